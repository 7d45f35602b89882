package yomitori.review.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.SenderAnswer;
import yomitori.form.TextField;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.resolve.master.Prefecture;
import yomitori.text.JapaneseText;

/** Finds entries of lists for what is being typed. May be used from any thread. */
public final class Suggestions {

  private static final int MOST = 6;

  /** Less of a code fits too many institutions. */
  private static final int LEAST_DIGITS = 3;

  /** Names less like what was typed are no help. */
  private static final double LEAST_LIKENESS = 0.2;

  private final Optional<MasterList> masters;

  /**
   * @param masters the institutions that may answer
   */
  public Suggestions(Optional<MasterList> masters) {
    this.masters = masters;
  }

  /** Whether more is found for a field by typing. */
  boolean helps(PageFacts page, FieldFacts field) {
    return asksForSender(page, field) || !lexicon(field).isEmpty();
  }

  /** Entries for a field, likeliest first. */
  List<Suggestion> of(PageFacts page, FieldFacts field, String typed) {
    String text = JapaneseText.normalize(typed);
    List<String> lexicon = lexicon(field);
    if (!lexicon.isEmpty()) {
      return lexicon.stream()
          .filter(word -> !text.isEmpty() && word.contains(text) && !word.equals(text))
          .limit(MOST)
          .map(word -> new Suggestion("value", word, word, ""))
          .toList();
    }
    return asksForSender(page, field) ? institutions(text) : List.of();
  }

  /** The institution that a button of the page stands for. */
  Optional<MasterEntry> institution(String value) {
    String[] parts = value.split("-", -1);
    boolean whole = parts.length == 2 && parts[0].matches("[0-9]{1,2}");
    return whole && parts[1].matches("[0-9]{7}")
        ? masters.flatMap(list -> list.find(Integer.parseInt(parts[0]), parts[1]))
        : Optional.empty();
  }

  private boolean asksForSender(PageFacts page, FieldFacts field) {
    return masters.isPresent()
        && page.form().filter(form -> SenderAnswer.asks(form, field.id())).isPresent();
  }

  private static List<String> lexicon(FieldFacts field) {
    return field
        .field()
        .filter(TextField.class::isInstance)
        .map(f -> ((TextField) f).lexicon())
        .orElse(List.of());
  }

  private List<Suggestion> institutions(String text) {
    MasterList list = masters.orElseThrow();
    if (text.isEmpty()) {
      return List.of();
    }
    List<MasterEntry> found = new ArrayList<>();
    if (text.matches("[0-9]+")) {
      if (text.length() >= LEAST_DIGITS) {
        list.entries().stream()
            .filter(entry -> entry.code().startsWith(text))
            .limit(MOST)
            .forEach(found::add);
      }
    } else {
      list.byName(text, MOST).stream()
          .filter(match -> match.likeness() >= LEAST_LIKENESS)
          .forEach(match -> found.add(match.entry()));
    }
    return found.stream().map(Suggestions::suggestion).toList();
  }

  private static Suggestion suggestion(MasterEntry entry) {
    return new Suggestion(
        "sender",
        entry.prefecture() + "-" + entry.code(),
        entry.name(),
        Prefecture.name(entry.prefecture()) + " " + entry.code());
  }
}
