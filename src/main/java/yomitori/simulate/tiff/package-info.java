/** Fax pages written as a receiver writes them: T.4 and T.6 coded, in a TIFF. */
package yomitori.simulate.tiff;
