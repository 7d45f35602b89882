package yomitori.register;

import yomitori.geometry.PointMm;

/**
 * What became of one of the places of the form's printing that a page was laid by.
 *
 * @param at its place on the form, which lies on the page
 * @param agrees whether it was found, and where the others around it say
 * @param offMm how far from where the others say, in form mm; 0 where it does not agree
 */
public record AnchorSeen(PointMm at, boolean agrees, double offMm) {}
