/**
 * The server under the desk's pages: who asks, in which language, with which right; the layout all
 * pages share; what keeps other web sites out. Pages are in packages of their own and come in as
 * {@link yomitori.review.web.Routes}.
 */
package yomitori.review.web;
