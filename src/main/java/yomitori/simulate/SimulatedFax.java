package yomitori.simulate;

import yomitori.simulate.tiff.FaxTiff.TiffPage;

/**
 * One page as received.
 *
 * @param page its pixels and how they are coded
 * @param truth all that is true about it
 */
public record SimulatedFax(TiffPage page, PageTruth truth) {}
