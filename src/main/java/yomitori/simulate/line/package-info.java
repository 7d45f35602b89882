/**
 * The simulated fax line, in the order in which things happen to a sheet: the blank as it came, the
 * copier, the paper's wear, the scanner's feed and eye, the machine's header line, the call, and
 * the receiver. Each effect is a record of its parameters that is drawn for a {@link
 * yomitori.simulate.line.LineProfile} and says where its range comes from.
 *
 * <p>Where a range is called an assumption, no published figure was found; the ranges then span
 * what makers' manuals and form-reading vendors' lists of failures describe.
 */
package yomitori.simulate.line;
