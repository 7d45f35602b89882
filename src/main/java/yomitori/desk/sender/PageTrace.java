package yomitori.desk.sender;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.form.Form;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.record.PageRecord;
import yomitori.resolve.FieldValue;

/**
 * What the machine that sent a page left on it.
 *
 * @param resolution pixels per inch as received
 * @param ink share of the page that is dark, 0 to 1
 * @param placement how the form lies on it; empty where it lies on none
 * @param streaks where dark lines run down the page, in mm from its left edge as received
 * @param fields that were read
 * @param doubts of these, in doubt
 */
public record PageTrace(
    Resolution resolution,
    double ink,
    Optional<Placement> placement,
    List<Double> streaks,
    int fields,
    int doubts) {

  public PageTrace {
    streaks = List.copyOf(streaks);
  }

  /**
   * Measures a page.
   *
   * @param form with which it was read; empty where with none
   */
  public static PageTrace of(Page page, PageRecord record, Optional<Form> form) {
    return new PageTrace(
        page.resolution(),
        ink(page),
        form.flatMap(f -> Placement.of(record, f, page.resolution())),
        DarkStreaks.of(page),
        record.values().size(),
        (int) record.values().stream().filter(FieldValue::inDoubt).count());
  }

  private static double ink(Page page) {
    int count = page.image().width() * Math.min(page.image().height(), page.damage().missingFrom());
    byte[] pixels = page.image().pixels();
    int dark = 0;
    for (int i = 0; i < count; i++) {
      dark += (pixels[i] & 0xff) < DarkStreaks.INK_BELOW ? 1 : 0;
    }
    return count == 0 ? 0 : (double) dark / count;
  }

  /**
   * Writes it into the ledger; one of the same page that is there is replaced.
   *
   * @param fax in the ledger
   * @param number of the page, from 1
   * @param sender a number or a folder; empty where it is not known
   */
  public void store(Handle handle, long fax, int number, String sender) {
    handle
        .createUpdate(
            "INSERT INTO page_trace (fax_id, number, sender, dpi_x, dpi_y, ink, placed, scale_x,"
                + " scale_y, skew, streaks, fields, doubts) VALUES (:fax, :number, :sender, :dpiX,"
                + " :dpiY, :ink, :placed, :scaleX, :scaleY, :skew, :streaks, :fields, :doubts) ON"
                + " CONFLICT (fax_id, number) DO UPDATE SET ink = excluded.ink, placed ="
                + " excluded.placed, scale_x = excluded.scale_x, scale_y = excluded.scale_y, skew ="
                + " excluded.skew, streaks = excluded.streaks, fields = excluded.fields, doubts ="
                + " excluded.doubts")
        .bind("fax", fax)
        .bind("number", number)
        .bind("sender", sender)
        .bind("dpiX", resolution.dpiX())
        .bind("dpiY", resolution.dpiY())
        .bind("ink", ink)
        .bind("placed", placement.isPresent() ? 1 : 0)
        .bind("scaleX", placement.map(Placement::scaleX).orElse(1.0))
        .bind("scaleY", placement.map(Placement::scaleY).orElse(1.0))
        .bind("skew", placement.map(Placement::skew).orElse(0.0))
        .bind("streaks", written(streaks))
        .bind("fields", fields)
        .bind("doubts", doubts)
        .execute();
  }

  private static String written(List<Double> streaks) {
    return streaks.stream()
        .map(mm -> String.format(Locale.ROOT, "%.1f", mm))
        .collect(Collectors.joining(" "));
  }

  /** Places of streaks as {@link #store} writes them. */
  static List<Double> streaks(String written) {
    return written.isEmpty()
        ? List.of()
        : Arrays.stream(written.split(" ")).map(Double::parseDouble).toList();
  }
}
