package yomitori.simulate.score;

/**
 * How well lines of free words in one script were read, over the pages that were read. Amounts,
 * codes and words of a list are not among them.
 *
 * @param script its name; {@code stamp} for stamped names
 * @param group what kind of script it is
 * @param lines fields written in it; a field of several lines is one
 */
public record ScriptScore(String script, ScriptGroup group, TextScore lines) {}
