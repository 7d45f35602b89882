package yomitori.tally.plan;

import java.text.Normalizer;

/**
 * A class of institutions, told by the name.
 *
 * @param id as tables call it
 * @param label as people read it
 * @param nameContains the word in the names of its members; empty for the class of all others
 */
public record InstitutionClass(String id, String label, String nameContains) {

  /** Whether an institution of that name is a member. */
  public boolean holds(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .contains(nameContains);
  }
}
