package yomitori.tally.plan;

/**
 * The fields that tell which institution answered; empty where the form does not ask.
 *
 * @param prefecture one of 47
 * @param name the institution's
 * @param code seven digits, unique in a prefecture
 */
public record InstitutionFields(String prefecture, String name, String code) {}
