package yomitori.review.place;

import java.util.List;
import yomitori.review.AnswerOption;

/**
 * The page on which four points are placed.
 *
 * @param page the ledger's number of the page
 * @param source the file's path below the inbox
 * @param number of the page within it
 * @param forms to choose from, by id
 * @param form the one whose points are shown, by id
 * @param turn quarters by which the page stands off upright, clockwise
 * @param blank the form's blank with its points
 * @param paper the page with the points as they stand
 * @param state open, reading, read, done (read or settled before), or why the last try changed
 *     nothing
 * @param back whether the page stands as it was read by four points and may be made what it was
 * @param said what became of what was done last
 */
public record PlaceModel(
    long page,
    String source,
    int number,
    List<AnswerOption> forms,
    String form,
    int turn,
    PictureView blank,
    PictureView paper,
    String state,
    boolean back,
    String said) {

  public PlaceModel {
    forms = List.copyOf(forms);
  }

  /** Whether points can be placed. */
  public boolean open() {
    return !state.equals("reading") && !state.equals("read") && !state.equals("done");
  }

  /**
   * A picture with points.
   *
   * @param address of the picture
   * @param width its columns
   * @param height its rows
   */
  public record PictureView(String address, int width, int height, List<Point> points) {

    public PictureView {
      points = List.copyOf(points);
    }
  }

  /**
   * A point, in px of its picture.
   *
   * @param letter what it is called
   * @param name of its fields in the form
   */
  public record Point(String letter, String name, long x, long y) {}
}
