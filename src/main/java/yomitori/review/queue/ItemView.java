package yomitori.review.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.pages.PageShape;
import yomitori.desk.queue.Item;
import yomitori.desk.queue.Item.Task;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.PageFacts;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.geometry.RectPx;
import yomitori.resolve.FieldValue;
import yomitori.review.AnswerOption;
import yomitori.review.ReasonWords;
import yomitori.review.web.Texts;

/** Makes of an item what the page shows of it. */
final class ItemView {

  private static final int DIGITS = 10;

  private final PagePictures pictures;
  private final Suggestions suggestions;

  ItemView(PagePictures pictures, Suggestions suggestions) {
    this.pictures = pictures;
    this.suggestions = suggestions;
  }

  /**
   * What is shown of an item.
   *
   * @param typed what stands in the text box in place of what was read
   */
  ItemModel.Shown of(
      Item item, PageFacts page, FieldFacts facts, Optional<String> typed, Texts texts) {
    boolean blind = item.task() == Task.RECHECK;
    Optional<Field> field = facts.field();
    boolean marks =
        field.filter(f -> f instanceof CheckboxField || f instanceof ChoiceField).isPresent();
    List<String> readings = blind ? List.of() : readings(facts);
    String present = readings.isEmpty() ? "" : readings.get(0);
    String box = typed.orElse(present);
    return new ItemModel.Shown(
        page.id(),
        facts.id(),
        item.version(),
        page.source(),
        page.number(),
        facts.label(),
        blind ? "" : words(facts, present, texts),
        blind ? "" : Long.toString(Math.round(100 * facts.state().confidence())),
        blind ? texts.text("blind") : ReasonWords.of(texts.locale(), facts.state().reason()),
        field.map(f -> choices(f, readings, texts)).orElseGet(() -> texts(readings, texts)),
        marks ? Optional.empty() : Optional.of(box),
        field
            .filter(CombField.class::isInstance)
            .map(f -> ((CombField) f).cells().size())
            .orElse(0),
        suggestions.of(page, facts, box),
        suggestions.helps(page, facts),
        piece(page, facts),
        whole(page, facts));
  }

  /** Addresses of what will be shown of an item. */
  List<String> pictures(Item item) {
    long page = item.key().pageId();
    return List.of(pieceAddress(page, item.key().field()), wholeAddress(page));
  }

  /** What was read and what else it may be, likeliest first; a mark in doubt is no reading. */
  private static List<String> readings(FieldFacts facts) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(facts.state().value());
    readings.addAll(facts.alternatives());
    readings.remove(FieldValue.IN_DOUBT);
    return List.copyOf(readings);
  }

  private static String words(FieldFacts facts, String value, Texts texts) {
    if (facts.field().filter(CheckboxField.class::isInstance).isPresent()) {
      return texts.text(value.equals("1") ? "mark.perhaps" : "mark.perhapsNot");
    }
    if (facts.field().isPresent() && facts.field().get() instanceof ChoiceField choice) {
      return AnswerOption.of(choice, texts).stream()
          .filter(option -> option.value().equals(value))
          .map(AnswerOption::words)
          .findFirst()
          .orElse(texts.text("choice.none"));
    }
    return value.isEmpty() ? texts.text("empty") : value;
  }

  private static List<Choice> choices(Field field, List<String> readings, Texts texts) {
    List<AnswerOption> options = AnswerOption.of(field, texts);
    if (options.isEmpty()) {
      return texts(readings, texts);
    }
    String likely = readings.isEmpty() ? "-" : readings.get(0);
    List<Choice> choices = new ArrayList<>();
    for (AnswerOption option : options) {
      // What says that nothing is marked comes last, under 0.
      String key = choices.size() == options.size() - 1 ? "0" : key(choices.size() + 1);
      boolean enter = likely.equals(option.value());
      choices.add(new Choice(key, option.value(), option.words(), enter));
    }
    return choices;
  }

  private static List<Choice> texts(List<String> readings, Texts texts) {
    List<Choice> choices = new ArrayList<>();
    for (String reading : readings) {
      if (!reading.isEmpty() && choices.size() < DIGITS - 1) {
        choices.add(new Choice(key(choices.size() + 1), reading, reading, false));
      }
    }
    choices.add(new Choice("0", "", texts.text("empty"), false));
    return choices;
  }

  private static String key(int number) {
    return number < DIGITS ? Integer.toString(number) : "";
  }

  private Optional<Picture> piece(PageFacts page, FieldFacts field) {
    return pictures
        .shape(page)
        .flatMap(shape -> shape.piece(field.id()))
        .map(piece -> picture(pieceAddress(page.id(), field.id()), piece));
  }

  private static Picture picture(String address, PageShape.Piece piece) {
    return new Picture(address, piece.area().w(), piece.area().h(), piece.place());
  }

  private Optional<Picture> whole(PageFacts page, FieldFacts field) {
    return pictures
        .shape(page)
        .map(
            shape ->
                new Picture(
                    wholeAddress(page.id()),
                    shape.whole().width(),
                    shape.whole().height(),
                    shape.place(field.id()).orElse(new RectPx(0, 0, 0, 0))));
  }

  private static String pieceAddress(long page, String field) {
    return "/pages/" + page + "/fields/" + field + ".png";
  }

  private static String wholeAddress(long page) {
    return "/pages/" + page + ".png";
  }
}
