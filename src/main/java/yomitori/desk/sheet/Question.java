package yomitori.desk.sheet;

/**
 * A field of a form and how much of it waits for a look.
 *
 * @param form the form's id
 * @param inDoubt pages on which it is in doubt
 * @param accepted pages on which it was accepted and nobody has looked
 */
public record Question(String form, String field, int inDoubt, int accepted) {}
