/** Operators and faxes that a desk is tried with: what {@code bench desk} is made of. */
package yomitori.cli.load;
