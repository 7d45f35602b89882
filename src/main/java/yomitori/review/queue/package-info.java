/** The pages on which operators answer doubts, one at a time. */
package yomitori.review.queue;
