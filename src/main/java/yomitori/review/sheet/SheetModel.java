package yomitori.review.sheet;

import java.util.List;

/**
 * A sheet.
 *
 * @param form the form's id
 * @param field the form's id of the field
 * @param label what the form prints for it
 * @param state review or accepted
 * @param read only what was read so; empty text where {@code marks} is not
 * @param readWords the same in words
 * @param marks whether it is about marks, which are grouped by what was read
 * @param opposite what the picked ones are otherwise, in words; empty where there are more than two
 *     answers
 * @param tabs what else there are sheets of for the field
 * @param crops the least sure first
 * @param shown the crops with the state in which they are shown, to be sent back
 * @param said what became of the last sheet
 * @param fault whether that is bad news
 */
public record SheetModel(
    String form,
    String field,
    String label,
    String state,
    String read,
    String readWords,
    boolean marks,
    String opposite,
    List<Tab> tabs,
    List<CropView> crops,
    String shown,
    String said,
    boolean fault) {

  public SheetModel {
    tabs = List.copyOf(tabs);
    crops = List.copyOf(crops);
  }

  /**
   * Leads to a sheet.
   *
   * @param current whether it is this one
   */
  public record Tab(String words, int count, String address, boolean current) {}

  /**
   * A crop.
   *
   * @param picture its address
   * @param words what was read
   * @param percent how sure
   */
  public record CropView(long page, String picture, String words, long percent) {}
}
