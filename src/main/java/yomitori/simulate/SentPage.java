package yomitori.simulate;

import java.util.Optional;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/**
 * One page of a call.
 *
 * @param page as received
 * @param plan what happened to it
 * @param truth what is true about it, if it holds the form
 */
record SentPage(TiffPage page, LinePlan plan, Optional<PageTruth> truth) {}
