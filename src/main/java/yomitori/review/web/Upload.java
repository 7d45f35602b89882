package yomitori.review.web;

import java.io.InputStream;

/**
 * A file that came with a form.
 *
 * @param name as the browser names it: not to be trusted
 * @param bytes its size
 * @param content to be read once
 */
public record Upload(String name, long bytes, InputStream content) {}
