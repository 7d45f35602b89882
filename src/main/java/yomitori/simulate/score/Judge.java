package yomitori.simulate.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import yomitori.form.CheckBox;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.FieldValue;
import yomitori.simulate.score.ReadField.Detail;
import yomitori.text.JapaneseText;

/** Compares the record of a page with what is true about it. Stateless. */
final class Judge {

  private static final String MARKED = "1";
  private static final String EMPTY = "0";

  private Judge() {}

  /**
   * The answers of a page.
   *
   * @param fields one for each field of the form that was asked for
   * @param boxes one for each box to tick
   */
  record Judged(List<Answer> fields, List<Answer> boxes) {}

  /**
   * Judges a page.
   *
   * @param read its record; empty where it gave none of this form with values
   * @param notAsked fields that the run did not read at all
   */
  static Judged judge(TruthPage truth, Optional<ReadPage> read, Set<String> notAsked) {
    List<Answer> fields = new ArrayList<>();
    List<Answer> boxes = new ArrayList<>();
    for (Field field : truth.form().fields()) {
      Optional<ReadField> given = read.map(page -> page.fields().get(field.id()));
      if (notAsked.contains(field.id()) || given.map(Judge::notRead).orElse(false)) {
        continue;
      }
      boolean pageAccepted = read.map(page -> page.status() == Status.ACCEPTED).orElse(false);
      if (field instanceof ChoiceField choice) {
        fields.add(choice(truth, choice, given));
        boxes.addAll(options(truth, choice, given));
      } else if (Kind.of(field) == Kind.CHECKBOX) {
        Answer answer = checkbox(truth, field, given);
        fields.add(answer);
        boxes.add(answer);
      } else {
        fields.add(written(truth, field, given, pageAccepted));
      }
    }
    return new Judged(fields, boxes);
  }

  private static Answer checkbox(TruthPage truth, Field field, Optional<ReadField> given) {
    String meant = truth.values().get(field.id());
    String value = given.map(ReadField::value).orElse("");
    boolean inDoubt = given.map(Judge::isDoubtful).orElse(false);
    // Of a box in doubt the first alternative is the likelier answer.
    Optional<String> likelier =
        value.equals(FieldValue.IN_DOUBT)
            ? given.flatMap(ReadField::detail).flatMap(d -> d.alternatives().stream().findFirst())
            : Optional.of(value);
    return answer(
        truth,
        field,
        field.id(),
        meant,
        given,
        inDoubt,
        likelier.map(meant::equals).orElse(false),
        likelier.isPresent());
  }

  private static Answer choice(TruthPage truth, ChoiceField field, Optional<ReadField> given) {
    String meant = truth.values().get(field.id());
    String value = given.map(ReadField::value).orElse("");
    boolean inDoubt = given.map(Judge::isDoubtful).orElse(false);
    return answer(
        truth,
        field,
        field.id(),
        meant,
        given,
        inDoubt,
        meant.equals(value),
        !value.equals(FieldValue.IN_DOUBT));
  }

  private static List<Answer> options(
      TruthPage truth, ChoiceField field, Optional<ReadField> given) {
    String chosen = truth.values().get(field.id());
    String value = given.map(ReadField::value).orElse("");
    boolean inDoubt = given.map(Judge::isDoubtful).orElse(false);
    List<Answer> answers = new ArrayList<>();
    for (CheckBox option : field.options()) {
      String id = field.optionId(option);
      Place place = truth.places().get(option.id());
      if (place == null && chosen.equals(FieldValue.IN_DOUBT)) {
        continue; // several were ticked, and nothing tells which
      }
      String meant = place != null ? place.meant() : chosen.equals(id) ? MARKED : EMPTY;
      String taken = value.equals(id) ? MARKED : EMPTY;
      boolean known = !value.equals(FieldValue.IN_DOUBT);
      boolean right = known && meant.equals(taken);
      answers.add(answer(truth, field, option.id(), meant, given, inDoubt, right, known));
    }
    return answers;
  }

  private static Answer written(
      TruthPage truth, Field field, Optional<ReadField> given, boolean pageAccepted) {
    String meant = truth.values().get(field.id());
    String value = given.map(ReadField::value).orElse("");
    boolean accepted = given.flatMap(ReadField::detail).map(Detail::accepted).orElse(pageAccepted);
    boolean right = same(Kind.of(field), meant, value);
    return answer(truth, field, field.id(), meant, given, !accepted, right, true);
  }

  private static Answer answer(
      TruthPage truth,
      Field field,
      String place,
      String meant,
      Optional<ReadField> given,
      boolean inDoubt,
      boolean valueRight,
      boolean confidenceIsItsOwn) {
    Outcome outcome =
        given.isEmpty()
            ? Outcome.MISSED
            : inDoubt ? Outcome.REVIEW : valueRight ? Outcome.RIGHT : Outcome.WRONG;
    Optional<Detail> detail = given.flatMap(ReadField::detail);
    return new Answer(
        field,
        place,
        Kind.of(field),
        meant,
        given.map(ReadField::value).orElse(""),
        outcome,
        given.isPresent() && valueRight,
        confidenceIsItsOwn && detail.isPresent()
            ? OptionalDouble.of(detail.get().confidence())
            : OptionalDouble.empty(),
        noInk(truth, field, place),
        placesOf(truth, field, field.id()).stream().anyMatch(p -> !p.onPage()),
        effects(truth, field, place),
        detail.flatMap(Detail::box));
  }

  /** Whether reading the field was not asked for. */
  static boolean notRead(ReadField given) {
    return given.detail().map(Detail::notRead).orElse(false);
  }

  private static boolean isDoubtful(ReadField given) {
    return given.value().equals(FieldValue.IN_DOUBT)
        || !given.detail().map(Detail::accepted).orElse(true);
  }

  private static boolean noInk(TruthPage truth, Field field, String place) {
    return placesOf(truth, field, place).stream().anyMatch(Place::leftNoInk);
  }

  private static List<String> effects(TruthPage truth, Field field, String place) {
    return placesOf(truth, field, place).stream()
        .flatMap(p -> p.effects().stream())
        .distinct()
        .toList();
  }

  /** The place itself; of a choice as a whole, those of all its options. */
  private static List<Place> placesOf(TruthPage truth, Field field, String place) {
    if (field instanceof ChoiceField choice && place.equals(field.id())) {
      return choice.options().stream()
          .flatMap(option -> Optional.ofNullable(truth.places().get(option.id())).stream())
          .toList();
    }
    return Optional.ofNullable(truth.places().get(place)).stream().toList();
  }

  /** Whether two written values are the same but for how they are typed. */
  private static boolean same(Kind kind, String meant, String given) {
    if (meant.equals(given)) {
      return true;
    }
    String a = JapaneseText.normalize(meant);
    String b = JapaneseText.normalize(given);
    if (kind != Kind.AMOUNT || a.equals(b)) {
      return a.equals(b);
    }
    try {
      return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    } catch (NumberFormatException e) {
      return false; // one of them is no number, and they are not the same text
    }
  }
}
