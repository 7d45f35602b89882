/** The pages on which many crops of one field are judged at once. */
package yomitori.review.sheet;
