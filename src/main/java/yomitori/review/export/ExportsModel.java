package yomitori.review.export;

import java.util.List;
import yomitori.desk.export.Export;
import yomitori.desk.export.Exports.Waiting;

/**
 * The page of exports.
 *
 * @param waiting what an export made now would hold
 * @param exports newest first
 * @param files names of the files of each
 * @param made the number of the export that was just made; 0 for none
 * @param said what became of what was asked for; empty where nothing was
 * @param fault whether that is bad news
 * @param older where older exports are; empty where there are none
 */
public record ExportsModel(
    Waiting waiting,
    List<Export> exports,
    List<String> files,
    long made,
    String said,
    boolean fault,
    String older) {

  /** Copies the lists. */
  public ExportsModel {
    exports = List.copyOf(exports);
    files = List.copyOf(files);
  }
}
