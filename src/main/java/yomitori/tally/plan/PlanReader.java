package yomitori.tally.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.Contradiction.Condition;
import yomitori.tally.plan.PlanFile.AmountEntry;
import yomitori.tally.plan.PlanFile.ClassEntry;
import yomitori.tally.plan.PlanFile.ConditionEntry;
import yomitori.tally.plan.PlanFile.ContradictionEntry;
import yomitori.tally.plan.PlanFile.QuestionEntry;
import yomitori.tally.plan.Question.AnswerOption;

/** Reads {@code tally.yaml} and holds it against the form. */
public final class PlanReader {

  /** The plan's name beside a form's definition. */
  public static final String FILE_NAME = "tally.yaml";

  /** Ids name files and sheets; longer ones no sheet. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,20}");

  private final YamlFile file;
  private final Form form;
  private final FormFields fields;

  private PlanReader(YamlFile file, Form form) {
    this.file = file;
    this.form = form;
    this.fields = new FormFields(form);
  }

  /**
   * The plan that a file describes.
   *
   * @throws TallyException if it cannot be read, or names what the form has not
   */
  public static TallyPlan read(Path file, Form form) throws TallyException {
    YamlFile yaml = YamlFile.read(file);
    return new PlanReader(yaml, form).plan(yaml.as(PlanFile.class));
  }

  /**
   * The plan beside a form's definition; where there is none, one taken from the form.
   *
   * @param folder the form's
   * @throws TallyException if there is one that cannot be used
   */
  public static TallyPlan beside(Path folder, Form form) throws TallyException {
    Path file = folder.resolve(FILE_NAME);
    return Files.exists(file) ? read(file, form) : new FormFields(form).plan();
  }

  private TallyPlan plan(PlanFile said) throws TallyException {
    if (!form.id().equals(said.form())) {
      throw said.form() == null
          ? file.fault(Fault.MISSING, "form")
          : file.fault(Fault.WRONG_VALUE, "form");
    }
    TallyPlan derived = fields.plan();
    return new TallyPlan(
        form,
        said.title() == null ? derived.title() : said.title(),
        said.institution() == null ? derived.institution() : institution(said.institution()),
        said.classes() == null ? derived.classes() : classes(said.classes()),
        said.keep() == null ? derived.keep() : keep(said.keep()),
        said.questions() == null ? derived.questions() : questions(said.questions()),
        said.amounts() == null ? derived.amounts() : amounts(said.amounts()),
        contradictions(orEmpty(said.contradictions())),
        said.themes() == null ? Themes.none() : themes(said.themes()));
  }

  private InstitutionFields institution(InstitutionFields said) throws TallyException {
    return new InstitutionFields(known(said.prefecture()), known(said.name()), known(said.code()));
  }

  /** A field of the form, or none. */
  private String known(String field) throws TallyException {
    if (field == null || field.isEmpty()) {
      return "";
    }
    fields.require(field, Field.class, file);
    return field;
  }

  private List<InstitutionClass> classes(List<ClassEntry> said) throws TallyException {
    List<InstitutionClass> classes = new ArrayList<>();
    for (ClassEntry entry : said) {
      require(entry.id(), "classes.id");
      require(entry.label(), "classes.label");
      String word = Objects.requireNonNullElse(entry.nameContains(), "");
      if (word.isEmpty() != (classes.size() + 1 == said.size())) {
        throw file.fault(Fault.WRONG_VALUE, entry.id());
      }
      classes.add(new InstitutionClass(entry.id(), entry.label(), word));
    }
    if (classes.isEmpty()) {
      throw file.fault(Fault.WRONG_VALUE, "classes");
    }
    return distinct(classes, classes.stream().map(InstitutionClass::id).toList());
  }

  private Keep keep(String said) throws TallyException {
    String constant = said.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(Keep.values())
        .filter(keep -> keep.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> file.fault(Fault.WRONG_VALUE, "keep"));
  }

  private List<Question> questions(List<QuestionEntry> said) throws TallyException {
    List<Question> questions = new ArrayList<>();
    for (QuestionEntry entry : said) {
      require(entry.id(), "questions.id");
      if (!ID.matcher(entry.id()).matches()) {
        throw file.fault(Fault.WRONG_VALUE, entry.id());
      }
      require(entry.label(), "questions.label");
      questions.add(question(entry));
    }
    return distinct(questions, questions.stream().map(Question::id).toList());
  }

  private Question question(QuestionEntry entry) throws TallyException {
    String other = known(entry.other());
    if ((entry.choice() == null) == (entry.marks() == null)) {
      throw file.fault(Fault.WRONG_VALUE, entry.id());
    }
    if (entry.choice() != null) {
      ChoiceField choice = fields.require(entry.choice(), ChoiceField.class, file);
      return new Question(
          entry.id(),
          entry.label(),
          choice.id(),
          FormFields.options(choice),
          other,
          fields.label(other));
    }
    List<AnswerOption> answers = new ArrayList<>();
    for (String mark : entry.marks()) {
      CheckboxField box = fields.require(mark, CheckboxField.class, file);
      answers.add(new AnswerOption(box.id(), box.label()));
    }
    return new Question(entry.id(), entry.label(), "", answers, other, fields.label(other));
  }

  private List<Amount> amounts(List<AmountEntry> said) throws TallyException {
    List<Amount> amounts = new ArrayList<>();
    for (AmountEntry entry : said) {
      require(entry.field(), "amounts.field");
      AmountField field = fields.require(entry.field(), AmountField.class, file);
      List<Long> steps = orEmpty(entry.steps());
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) == null || steps.get(i) <= (i == 0 ? 0 : steps.get(i - 1))) {
          throw file.fault(Fault.WRONG_VALUE, entry.field());
        }
      }
      amounts.add(new Amount(field.id(), field.label(), field.unit(), steps));
    }
    return amounts;
  }

  private List<Contradiction> contradictions(List<ContradictionEntry> said) throws TallyException {
    List<Contradiction> contradictions = new ArrayList<>();
    for (ContradictionEntry entry : said) {
      require(entry.id(), "contradictions.id");
      require(entry.label(), "contradictions.label");
      List<Condition> all = conditions(orEmpty(entry.all()));
      List<Condition> any = conditions(orEmpty(entry.any()));
      if (all.isEmpty() && any.isEmpty()) {
        throw file.fault(Fault.MISSING, entry.id());
      }
      contradictions.add(new Contradiction(entry.id(), entry.label(), all, any));
    }
    return distinct(contradictions, contradictions.stream().map(Contradiction::id).toList());
  }

  private List<Condition> conditions(List<ConditionEntry> said) throws TallyException {
    List<Condition> conditions = new ArrayList<>();
    for (ConditionEntry entry : said) {
      require(entry.field(), "contradictions.field");
      fields.require(entry.field(), Field.class, file);
      if (entry.is() == null) {
        throw file.fault(Fault.MISSING, "is");
      }
      fields.requireValues(entry.field(), entry.is(), file);
      conditions.add(new Condition(entry.field(), entry.is()));
    }
    return conditions;
  }

  private Themes themes(String name) throws TallyException {
    Path themes = file.file().resolveSibling(name);
    return Themes.parse(themes, YamlFile.read(themes).text());
  }

  private <T> List<T> distinct(List<T> entries, List<String> ids) throws TallyException {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw file.fault(Fault.WRONG_VALUE, id);
      }
    }
    return entries;
  }

  private void require(String value, String key) throws TallyException {
    if (value == null || value.isBlank()) {
      throw new TallyException(file.file(), 0, Fault.MISSING, key);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : Stream.of(list).flatMap(List::stream).toList();
  }
}
