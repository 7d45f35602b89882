package yomitori.review;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.Affine;
import yomitori.geometry.RectPx;
import yomitori.record.Failure;
import yomitori.record.PageRecord;
import yomitori.resolve.FieldValue;

/**
 * Writes {@code review.html}: every page that was read as a picture, and beside it the fields that
 * a person must look at, each with its crop, what was read and why it is in doubt. One file without
 * scripts that a browser opens from the disk; the pictures lie beside it.
 */
public final class ReviewPage {

  /** The page, in the folder of the results. */
  public static final String NAME = "review.html";

  /** Paper shown around a field, so that an eye finds its place. */
  private static final int CROP_MARGIN_PX = 24;

  private static final int WIDEST_CROP_PX = 560;
  private static final int HIGHEST_CROP_PX = 260;

  private final ResourceBundle words;
  private final Locale locale;
  private final Map<String, String> labels = new HashMap<>();
  private final StringBuilder html = new StringBuilder();

  /**
   * A page to show.
   *
   * @param record what was read
   * @param picture how it looks
   */
  public record Entry(PageRecord record, Picture picture) {}

  /**
   * A picture of a page.
   *
   * @param file relative to the review page, with forward slashes
   * @param width its columns
   * @param height its rows
   * @param fromPage takes px of the page as received to px of the picture
   */
  public record Picture(String file, int width, int height, Affine fromPage) {}

  private ReviewPage(Locale locale, List<Form> forms) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "yomitori.review.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    for (Form form : forms) {
      for (Field field : form.fields()) {
        labels.put(form.id() + '\n' + field.id(), field.label());
      }
    }
  }

  /**
   * Writes the page into a folder.
   *
   * @param locale Japanese or English
   * @param forms give the fields their labels
   */
  public static void write(
      Path folder, Locale locale, List<Form> forms, List<Entry> entries, List<Failure> failures)
      throws IOException {
    ReviewPage page = new ReviewPage(locale, forms);
    page.build(entries, failures);
    Files.writeString(folder.resolve(NAME), page.html);
  }

  private void build(List<Entry> entries, List<Failure> failures) {
    html.append("<!DOCTYPE html>\n<html lang=\"").append(locale.getLanguage());
    html.append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(word("title"));
    html.append("</title>\n<style>\n")
        .append(PageStyle.of("review.css"))
        .append("</style>\n</head>\n<body>\n<h1>");
    html.append(word("title")).append("</h1>\n");
    long toReview =
        entries.stream().filter(e -> e.record().status() == PageRecord.Status.REVIEW).count();
    html.append("<p>").append(word("summary", entries.size(), toReview, failures.size()));
    html.append("</p>\n<input type=\"checkbox\" id=\"only\"><label for=\"only\">");
    html.append(word("only")).append("</label>\n<p class=\"key\">").append(word("key"));
    html.append("</p>\n<main>\n");
    entries.forEach(this::entry);
    html.append("</main>\n");
    if (!failures.isEmpty()) {
      failures(failures);
    }
    html.append("</body>\n</html>\n");
  }

  private void entry(Entry entry) {
    PageRecord record = entry.record();
    String status = record.status().name().toLowerCase(Locale.ROOT);
    html.append("<article class=\"").append(status).append("\">\n<h2>");
    html.append(Html.escape(record.source())).append(" <small>");
    html.append(word("page", record.page())).append("</small> <b>");
    html.append(word("status." + status)).append("</b></h2>\n<div class=\"sides\">\n<a href=\"");
    String url = url(entry.picture().file());
    html.append(url).append("\"><img loading=\"lazy\" src=\"").append(url).append("\" width=\"");
    html.append(entry.picture().width()).append("\" height=\"").append(entry.picture().height());
    html.append("\" alt=\"").append(Html.escape(record.source())).append("\"></a>\n<div>\n");
    List<FieldValue> doubts = record.values().stream().filter(FieldValue::inDoubt).toList();
    if (doubts.isEmpty()) {
      html.append("<p>").append(word("about." + status)).append("</p>\n");
    }
    for (FieldValue value : doubts) {
      doubt(entry, value);
    }
    if (!record.values().isEmpty()) {
      allValues(record);
    }
    html.append("</div>\n</div>\n</article>\n");
  }

  private void doubt(Entry entry, FieldValue value) {
    html.append("<section>\n<h3>").append(label(entry.record(), value.fieldId()));
    html.append(" <code>").append(Html.escape(value.fieldId())).append("</code></h3>\n");
    value.box().ifPresent(box -> crop(entry.picture(), box));
    html.append("<p>").append(word("read")).append(" <q>").append(Html.escape(value.value()));
    html.append("</q>");
    if (!value.alternatives().isEmpty()) {
      html.append(' ').append(word("or")).append(" <q>");
      html.append(Html.escape(String.join(" / ", value.alternatives()))).append("</q>");
    }
    html.append("<br>");
    value.reason().ifPresent(r -> html.append(word("reason." + r)).append(' '));
    html.append("<small>").append(word("confidence", Math.round(100 * value.confidence())));
    html.append("</small></p>\n</section>\n");
  }

  private void crop(Picture picture, RectPx box) {
    Affine map = picture.fromPage();
    double ax = map.mapX(box.x(), box.y());
    double ay = map.mapY(box.x(), box.y());
    double bx = map.mapX((double) box.x() + box.w(), (double) box.y() + box.h());
    double by = map.mapY((double) box.x() + box.w(), (double) box.y() + box.h());
    int left = (int) Math.max(0, Math.min(ax, bx) - CROP_MARGIN_PX);
    int top = (int) Math.max(0, Math.min(ay, by) - CROP_MARGIN_PX);
    int right = (int) Math.min(picture.width(), Math.max(ax, bx) + CROP_MARGIN_PX);
    int bottom = (int) Math.min(picture.height(), Math.max(ay, by) + CROP_MARGIN_PX);
    int width = Math.min(WIDEST_CROP_PX, Math.max(1, right - left));
    int height = Math.min(HIGHEST_CROP_PX, Math.max(1, bottom - top));
    html.append(
        String.format(
            Locale.ROOT,
            "<div class=\"crop\" style=\"width:%dpx;height:%dpx;background:url('%s') -%dpx"
                + " -%dpx\"></div>%n",
            width,
            height,
            url(picture.file()),
            left,
            top));
  }

  private void allValues(PageRecord record) {
    html.append("<details>\n<summary>").append(word("all")).append("</summary>\n<table>\n");
    for (FieldValue value : record.values()) {
      String decision = value.decision().name().toLowerCase(Locale.ROOT);
      html.append("<tr class=\"").append(decision).append("\"><th>");
      html.append(label(record, value.fieldId())).append("</th><td>");
      html.append(Html.escape(value.value())).append("</td></tr>\n");
    }
    html.append("</table>\n</details>\n");
  }

  private void failures(List<Failure> failures) {
    html.append("<h2>").append(word("failures")).append("</h2>\n<table>\n");
    for (Failure failure : failures) {
      String page = failure.page() == 0 ? "" : word("page", failure.page());
      html.append("<tr><th>").append(Html.escape(failure.source())).append("</th><td>");
      html.append(page).append("</td><td>").append(Html.escape(failure.reason()));
      html.append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private String label(PageRecord record, String fieldId) {
    String key = record.form() + '\n' + fieldId;
    return Html.escape(labels.getOrDefault(key, fieldId));
  }

  private String word(String key, Object... arguments) {
    return Html.escape(new MessageFormat(words.getString(key), locale).format(arguments));
  }

  private static String url(String file) {
    try {
      return Html.escape(new URI(null, null, file, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a relative path: " + file, e);
    }
  }
}
