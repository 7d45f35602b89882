package yomitori.simulate.survey;

import java.util.List;

/**
 * Who answered when and how, and which of these answers are an institution's second ones.
 *
 * @param fax in the order of time
 * @param web likewise
 * @param removals each answer that does not count, and the one that counts instead
 * @param near answers that a program must not take for one institution's by itself
 */
record SurveyPlan(
    Institutions institutions,
    List<Filed> fax,
    List<Filed> web,
    List<Removal> removals,
    List<NearPair> near) {

  /** An answer that a later one of the same institution replaces. */
  record Removal(Filed removed, Filed kept) {}

  /** Two answers that are alike. */
  record NearPair(NearKind kind, Filed one, Filed other) {}
}
