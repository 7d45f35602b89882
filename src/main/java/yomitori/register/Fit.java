package yomitori.register;

/**
 * How well a page's printing agrees with the form's.
 *
 * @param matched share of the form's anchors expected on the page that were found in place, 0 to 1
 * @param anchors how many anchors that share is of
 * @param residualMm root mean square distance of the found anchors from the smooth fit
 */
public record Fit(double matched, int anchors, double residualMm) {}
