package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.respondent.Answers;
import yomitori.simulate.respondent.Question;

/**
 * Puts a respondent's answers on a printed form by hand.
 *
 * @param form the form
 * @param writer whose hand it is
 * @param carelessness how much goes wrong
 * @param purpose what the fax is for: it decides which handwritten digits may be shown
 */
public record FilledForm(Form form, Writer writer, Carelessness carelessness, Purpose purpose) {

  /** The tag, in the truth, of a name that was stamped, whatever the script of the rest. */
  public static final String STAMPED = "stamp";

  /** How often an institution's name is stamped, not written. An assumption. */
  private static final double STAMP_SHARE = 0.07;

  /** How often a seal stands on or beside a person's name. An assumption. */
  private static final double SEAL_SHARE = 0.08;

  /** The tag of a sort of pen. */
  static String tag(Pen.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes and marks.
   *
   * @param sheet the printed sheet
   * @param answers what the respondent means
   * @return what was done at each place that can be answered, in the form's order
   */
  public List<Place> fill(Sheet sheet, Answers answers, Chance chance) {
    BoxMarking marking = new BoxMarking(sheet, form, writer, carelessness);
    List<Place> places = new ArrayList<>();
    for (Field field : form.fields()) {
      Chance own = chance.stream(field.id());
      if (field instanceof CheckboxField f) {
        places.add(
            box(sheet, marking, f.id(), f.checkBox(), Place.Kind.CHECKBOX, answers, false, own));
      } else if (field instanceof ChoiceField f) {
        Optional<CheckBox> first = marking.correction(f, answers.marked(), own);
        for (CheckBox option : f.options()) {
          boolean corrected = first.equals(Optional.of(option));
          Chance its = own.stream(option.id());
          places.add(
              box(sheet, marking, f.id(), option, Place.Kind.CHOICE, answers, corrected, its));
        }
      } else {
        places.add(written(sheet, field, answers.values().getOrDefault(field.id(), ""), own));
      }
    }
    return places.stream().map(place -> touched(place, marking.touched())).toList();
  }

  private static Place box(
      Sheet sheet,
      BoxMarking marking,
      String field,
      CheckBox box,
      Place.Kind kind,
      Answers answers,
      boolean corrected,
      Chance chance) {
    boolean on = answers.marked().contains(box.id());
    sheet.beginTrace();
    List<String> tags = marking.mark(box, on, corrected, chance);
    return new Place(field, box.id(), kind, box.box(), on ? "1" : "0", tags, sheet.endTrace());
  }

  private static Place touched(Place place, Map<String, String> touched) {
    if (!touched.containsKey(place.id())) {
      return place;
    }
    List<String> tags = new ArrayList<>(place.effects());
    tags.add("touched_by_neighbour");
    return new Place(
        place.field(), place.id(), place.kind(), place.area(), place.meant(), tags, place.ink());
  }

  private Place written(Sheet sheet, Field field, String value, Chance chance) {
    Letters letters = new Letters(sheet, writer, purpose, chance);
    List<String> tags = new ArrayList<>();
    sheet.beginTrace();
    if (!value.isEmpty()) {
      tags.add(writer.script().tag());
      if (!letters.typed()) {
        tags.add(tag(writer.pen().kind()));
      }
      tags.addAll(write(sheet, field, value, letters, chance));
    }
    InkTrace ink = sheet.endTrace();
    return new Place(field.id(), field.id(), kind(field), field.area(), value, tags, ink);
  }

  private List<String> write(
      Sheet sheet, Field field, String value, Letters letters, Chance chance) {
    if (field instanceof CombField f) {
      return new DigitWriting(letters, carelessness).comb(value, f);
    }
    if (field instanceof AmountField f) {
      return new DigitWriting(letters, carelessness).amount(value, f);
    }
    TextField text = (TextField) field;
    Question asks = Question.of(text);
    if (asks == Question.INSTITUTION && carelessness.strikes(STAMP_SHARE, chance)) {
      new Stamp(sheet, chance).institution(value, text.area());
      return List.of(STAMPED);
    }
    List<String> tags = new ArrayList<>(new Lettering(letters, carelessness).write(value, text));
    if (asks == Question.PERSON && carelessness.strikes(SEAL_SHARE, chance)) {
      new Stamp(sheet, chance).seal(value, text.area());
      tags.add("seal");
    }
    return tags;
  }

  private static Place.Kind kind(Field field) {
    return field instanceof CombField
        ? Place.Kind.COMB
        : field instanceof AmountField ? Place.Kind.AMOUNT : Place.Kind.TEXT;
  }
}
