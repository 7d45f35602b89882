package yomitori.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.PointPx;
import yomitori.simulate.hand.FilledForm.Mark;
import yomitori.simulate.line.Effect;

/**
 * The truth about a folder of simulated faxes, as CSV (RFC 4180, UTF-8):
 *
 * <ul>
 *   <li>{@code truth.csv}: {@code source, page, form}, then one column for each field;
 *   <li>{@code marks.csv}: what was drawn on or about each checkbox, and by what pen;
 *   <li>{@code effects.csv}: each parameter of each effect that acted on a page;
 *   <li>{@code geometry.csv}: where points of the form, every 20 mm, lie on the page.
 * </ul>
 */
final class TruthFiles implements AutoCloseable {

  private static final double LATTICE_MM = 20;

  private final Form form;
  private final List<CSVPrinter> open = new ArrayList<>();
  private final CSVPrinter truth;
  private final CSVPrinter marks;
  private final CSVPrinter effects;
  private final CSVPrinter geometry;

  TruthFiles(Form form, Path folder) throws IOException {
    this.form = form;
    List<String> columns = new ArrayList<>(List.of("source", "page", "form"));
    form.fields().stream().map(Field::id).forEach(columns::add);
    this.truth = open(folder.resolve("truth.csv"), columns);
    this.marks =
        open(
            folder.resolve("marks.csv"),
            List.of("source", "page", "box", "shape", "meant", "light", "pen"));
    this.effects =
        open(
            folder.resolve("effects.csv"),
            List.of("source", "page", "effect", "parameter", "value"));
    this.geometry =
        open(
            folder.resolve("geometry.csv"),
            List.of("source", "page", "x_mm", "y_mm", "x_px", "y_px"));
  }

  private CSVPrinter open(Path file, List<String> columns) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file);
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    open.add(printer);
    printer.printRecord(columns);
    return printer;
  }

  /** Adds a page that holds the form. */
  void add(String source, int page, PageTruth known) throws IOException {
    List<Object> row = new ArrayList<>(List.of(source, page, form.id()));
    form.fields().forEach(field -> row.add(known.answers().values().get(field.id())));
    truth.printRecord(row);
    String pen = known.writer().pen().kind().name().toLowerCase(Locale.ROOT);
    for (Mark mark : known.marks()) {
      marks.printRecord(
          source,
          page,
          mark.box(),
          mark.shape().name().toLowerCase(Locale.ROOT),
          mark.shape().meant() ? 1 : 0,
          mark.light() ? 1 : 0,
          pen);
    }
    effects.printRecord(source, page, "writer", "script", known.writer().script());
    for (Effect effect : known.plan().effects()) {
      if (effect.acts()) {
        for (var parameter : effect.parameters().entrySet()) {
          effects.printRecord(
              source, page, effect.name(), parameter.getKey(), parameter.getValue());
        }
      }
    }
    addGeometry(source, page, known);
  }

  private void addGeometry(String source, int page, PageTruth known) throws IOException {
    for (double y = 0; y <= form.heightMm(); y += LATTICE_MM) {
      for (double x = 0; x <= form.widthMm(); x += LATTICE_MM) {
        PointPx p = known.placement().toPage(x, y);
        geometry.printRecord(source, page, x, y, places(p.x()), places(p.y()));
      }
    }
  }

  private static String places(double px) {
    return String.format(Locale.ROOT, "%.2f", px);
  }

  @Override
  public void close() throws IOException {
    for (CSVPrinter printer : open) {
      printer.close(true);
    }
  }
}
