package yomitori.form;

import java.util.List;
import yomitori.geometry.RectMm;

/**
 * Words written on one or more lines.
 *
 * @param id the column
 * @param label what the form prints for it
 * @param area where they are written; several lines where it is high enough for them
 * @param lines how many ruled lines the area has, at least 1
 * @param lexicon the only values it may hold, such as the 47 prefectures; empty for free text
 * @param institutionName whether it holds the name of the institution whose code the form asks for
 * @param phrases what people often write in it; it may hold anything else
 */
public record TextField(
    String id,
    String label,
    RectMm area,
    int lines,
    List<String> lexicon,
    boolean institutionName,
    List<String> phrases)
    implements Field {

  /** A field that holds no institution's name, and of which no phrases are known. */
  public TextField(String id, String label, RectMm area, int lines, List<String> lexicon) {
    this(id, label, area, lines, lexicon, false, List.of());
  }

  public TextField {
    lexicon = List.copyOf(lexicon);
    phrases = List.copyOf(phrases);
  }
}
