package yomitori.simulate.score;

import java.util.Optional;

/**
 * Where the figures of an accuracy document come from.
 *
 * @param command the command that makes it
 * @param version of the code; empty where it is not known
 * @param list which list of institutions the respondents are from, in words; empty where they were
 *     made up
 */
public record AccuracyOrigin(String command, String version, Optional<String> list) {}
