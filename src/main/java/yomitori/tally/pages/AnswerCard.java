package yomitori.tally.pages;

/**
 * An answer as a list shows it.
 *
 * @param prefecture as it was answered
 * @param code of the institution
 * @param name of the institution
 * @param source by which it came
 * @param at when; empty where nothing says so
 * @param reference its name in the source
 * @param link to the page of its fax; empty where there is none
 */
public record AnswerCard(
    String prefecture,
    String code,
    String name,
    String source,
    String at,
    String reference,
    String link) {}
