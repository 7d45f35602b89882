/** The pages on which people look at what was read. */
package yomitori.review;
