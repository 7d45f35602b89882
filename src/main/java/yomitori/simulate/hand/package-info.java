/** People's hands: marks and writing put on a printed sheet with pens. */
package yomitori.simulate.hand;
