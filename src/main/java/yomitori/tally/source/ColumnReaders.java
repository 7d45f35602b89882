package yomitori.tally.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.source.SourceEntries.ColumnEntry;

/** What the columns of a table mean, held against the form and its questions. */
final class ColumnReaders {

  private static final List<String> USUAL_MARKS =
      List.of("1", "○", "〇", "◯", "レ", "✓", "✔", "はい", "yes", "Yes", "true", "TRUE");

  private final YamlFile yaml;
  private final TallyPlan plan;
  private final Set<String> asked = new HashSet<>();

  ColumnReaders(YamlFile yaml, TallyPlan plan) {
    this.yaml = yaml;
    this.plan = plan;
  }

  /**
   * What is made of a column.
   *
   * @param target a question's id, or a field's
   */
  CellReader of(String target, ColumnEntry entry) throws TallyException {
    if (entry == null || entry.column() == null) {
      throw yaml.fault(Fault.MISSING, target);
    }
    Optional<Question> question =
        plan.questions().stream()
            .filter(q -> q.id().equals(target) || q.field().equals(target))
            .findFirst();
    if (question.isPresent()) {
      return question(question.get(), entry);
    }
    if (entry.answers() != null || entry.other() != null || entry.separator() != null) {
      throw yaml.fault(Fault.NO_SUCH_QUESTION, target);
    }
    Field field = field(target);
    once(target, field.id());
    if (field instanceof CheckboxField box) {
      List<String> marked = entry.marked() == null ? USUAL_MARKS : entry.marked();
      return CellReader.mark(
          target, Stream.concat(marked.stream(), Stream.of(box.label())).toList());
    }
    if (entry.marked() != null) {
      throw yaml.fault(Fault.WRONG_VALUE, target);
    }
    return CellReader.written(field);
  }

  private CellReader question(Question question, ColumnEntry entry) throws TallyException {
    if (entry.marked() != null) {
      throw yaml.fault(Fault.WRONG_VALUE, question.id());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Question.AnswerOption answer : question.answers()) {
      texts.put(AnswerTexts.key(answer.id()), answer.id());
      if (question.isSingle()) {
        continue;
      }
      once(question.id(), answer.id());
    }
    if (question.isSingle()) {
      once(question.id(), question.field());
    }
    question.answers().forEach(a -> texts.put(AnswerTexts.key(a.label()), a.id()));
    if (entry.answers() != null) {
      for (Map.Entry<String, String> told : entry.answers().entrySet()) {
        String id = told.getValue();
        if (question.answers().stream().noneMatch(a -> a.id().equals(id))) {
          throw yaml.fault(Fault.NO_SUCH_ANSWER, String.valueOf(id));
        }
        texts.put(AnswerTexts.key(told.getKey()), id);
      }
    }
    String other = entry.other() == null ? "" : entry.other();
    if (!other.isEmpty() && !(field(other) instanceof TextField)) {
      throw yaml.fault(Fault.NO_SUCH_FIELD, other);
    }
    String separator = entry.separator() == null ? "" : entry.separator();
    return CellReader.question(question, new AnswerTexts(texts, separator), other);
  }

  private Field field(String id) throws TallyException {
    return plan.form().fields().stream()
        .filter(field -> field.id().equals(id))
        .findFirst()
        .orElseThrow(() -> yaml.fault(Fault.NO_SUCH_FIELD, id));
  }

  /** Two columns that answer the same would contradict each other. */
  private void once(String target, String field) throws TallyException {
    if (!asked.add(field)) {
      throw yaml.fault(Fault.WRONG_VALUE, target);
    }
  }
}
