/** The pages about one page of a fax: its picture, all its values, and their history. */
package yomitori.review.record;
