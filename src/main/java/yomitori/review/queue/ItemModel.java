package yomitori.review.queue;

import java.util.List;
import java.util.Optional;
import yomitori.desk.queue.Progress;

/**
 * What the page of the queue shows.
 *
 * @param shown the item; empty where nothing is left
 * @param said what became of the last answer
 * @param fault whether that is bad news
 * @param nextPictures addresses of pictures that the item after this one will show
 */
public record ItemModel(
    Optional<Shown> shown,
    String said,
    boolean fault,
    Progress progress,
    List<String> nextPictures) {

  public ItemModel {
    nextPictures = List.copyOf(nextPictures);
  }

  /**
   * An item.
   *
   * @param label what the form prints for the field
   * @param read what was read, in words; empty where it is not shown
   * @param confidence in percent; empty where it is not shown
   * @param reason why it is in doubt, in words
   * @param choices answers that take one key
   * @param typed what stands in the text box; nothing where there is none
   * @param digits how many digits are to be typed; 0 where it need not be digits
   * @param suggestions entries of lists
   * @param search whether more of them are found by typing
   * @param piece the field's place, large; empty where it is not known
   * @param whole the page; empty where it cannot be shown
   */
  public record Shown(
      long page,
      String field,
      long version,
      String source,
      int number,
      String label,
      String read,
      String confidence,
      String reason,
      List<Choice> choices,
      Optional<String> typed,
      int digits,
      List<Suggestion> suggestions,
      boolean search,
      Optional<Picture> piece,
      Optional<Picture> whole) {

    public Shown {
      choices = List.copyOf(choices);
      suggestions = List.copyOf(suggestions);
    }
  }
}
