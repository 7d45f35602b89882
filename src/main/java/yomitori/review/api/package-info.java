/**
 * What programs can ask of the desk, under {@code /api/v1}, as {@code openapi.json} describes it:
 * each shows a key, and none a cookie.
 */
package yomitori.review.api;
