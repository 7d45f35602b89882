package yomitori.tally.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code tally.yaml} as it is written. */
record PlanFile(
    String form,
    String title,
    InstitutionFields institution,
    List<ClassEntry> classes,
    String keep,
    List<QuestionEntry> questions,
    List<AmountEntry> amounts,
    List<ContradictionEntry> contradictions,
    String themes) {

  record ClassEntry(String id, String label, String nameContains) {}

  record QuestionEntry(String id, String label, String choice, List<String> marks, String other) {}

  record AmountEntry(String field, List<Long> steps) {}

  record ContradictionEntry(
      String id, String label, List<ConditionEntry> all, List<ConditionEntry> any) {}

  record ConditionEntry(String field, @JsonProperty("is") List<String> is) {}
}
