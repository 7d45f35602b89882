package yomitori.tally.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.tally.answer.Given;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.Question.AnswerOption;

/** A form's fields by id, and the plan that they make by themselves. */
final class FormFields {

  private static final String OTHER = ".other";
  private static final String PREFECTURES = "東京都";
  private static final InstitutionClass EVERYBODY = new InstitutionClass("all", "全体", "");

  /** Where the bars of a histogram begin if nobody says: the series of 1, 2 and 5. */
  private static final List<Long> STEPS = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L);

  private final Form form;
  private final Map<String, Field> byId;

  FormFields(Form form) {
    this.form = form;
    this.byId = form.fields().stream().collect(Collectors.toMap(Field::id, Function.identity()));
  }

  <T extends Field> T require(String id, Class<T> kind, YamlFile file) throws TallyException {
    Field field = byId.get(id);
    if (!kind.isInstance(field)) {
      throw file.fault(Fault.NO_SUCH_FIELD, id);
    }
    return kind.cast(field);
  }

  /** A mark is 1, 0 or empty, a choice one of its options or empty, anything else is free. */
  void requireValues(String id, List<String> values, YamlFile file) throws TallyException {
    Field field = byId.get(id);
    List<String> possible =
        field instanceof ChoiceField choice
            ? options(choice).stream().map(AnswerOption::id).toList()
            : List.of(Given.MARKED, Given.UNMARKED);
    if (field instanceof ChoiceField || field instanceof CheckboxField) {
      for (String value : values) {
        if (!value.isEmpty() && !possible.contains(value)) {
          throw file.fault(Fault.NO_SUCH_ANSWER, value);
        }
      }
    }
  }

  /** What the form prints for a field; empty for none. */
  String label(String id) {
    return id.isEmpty() ? "" : byId.get(id).label();
  }

  static List<AnswerOption> options(ChoiceField choice) {
    return choice.options().stream()
        .map(option -> new AnswerOption(choice.optionId(option), option.label()))
        .toList();
  }

  /** The plan of a form beside which there is none: checkboxes with one prefix are a question. */
  TallyPlan plan() {
    return new TallyPlan(
        form,
        form.title(),
        new InstitutionFields(
            first(f -> f instanceof TextField t && t.lexicon().contains(PREFECTURES)),
            first(f -> f instanceof TextField t && t.institutionName()),
            first(CombField.class::isInstance)),
        List.of(EVERYBODY),
        Keep.NEWEST,
        questions(),
        form.fields().stream()
            .filter(AmountField.class::isInstance)
            .map(AmountField.class::cast)
            .map(field -> new Amount(field.id(), field.label(), field.unit(), STEPS))
            .toList(),
        List.of(),
        Themes.none());
  }

  private String first(Predicate<Field> wanted) {
    return form.fields().stream().filter(wanted).findFirst().map(Field::id).orElse("");
  }

  private List<Question> questions() {
    Map<String, List<AnswerOption>> marks = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    for (Field field : form.fields()) {
      if (field instanceof CheckboxField box) {
        marks
            .computeIfAbsent(prefix(box.id()), id -> new ArrayList<>())
            .add(new AnswerOption(box.id(), box.label()));
      } else if (field instanceof ChoiceField choice) {
        String other = other(choice.id());
        questions.add(
            new Question(
                choice.id(), choice.label(), choice.id(), options(choice), other, label(other)));
      }
    }
    marks.forEach(
        (id, boxes) -> questions.add(new Question(id, id, "", boxes, other(id), label(other(id)))));
    List<String> order = form.fields().stream().map(Field::id).toList();
    questions.sort(Comparator.comparingInt(question -> order.indexOf(question.fields().get(0))));
    return questions;
  }

  private static String prefix(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private String other(String question) {
    String id = question + OTHER;
    return byId.get(id) instanceof TextField ? id : "";
  }
}
