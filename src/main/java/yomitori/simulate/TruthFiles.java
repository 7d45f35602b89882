package yomitori.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.PointPx;
import yomitori.record.StagedFile;
import yomitori.simulate.hand.FilledForm.Mark;
import yomitori.simulate.line.Effect;
import yomitori.simulate.line.LinePlan;

/**
 * The truth about a folder of simulated faxes, as CSV (RFC 4180, UTF-8):
 *
 * <ul>
 *   <li>{@code truth.csv}: {@code source, page, form}, then one column for each field;
 *   <li>{@code marks.csv}: what was drawn on or about each checkbox, and by what pen;
 *   <li>{@code effects.csv}: each effect that acted on a page, how much, and its parameters;
 *   <li>{@code geometry.csv}: where points of the form, every 20 mm, lie on the page.
 * </ul>
 *
 * The files stay under {@code .part} names until {@link #publish}.
 */
final class TruthFiles implements AutoCloseable {

  private static final double LATTICE_MM = 20;

  private final Form form;
  private final List<StagedCsv> open = new ArrayList<>();
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
            List.of("source", "page", "effect", "level", "parameters"));
    this.geometry =
        open(
            folder.resolve("geometry.csv"),
            List.of("source", "page", "x_mm", "y_mm", "x_px", "y_px"));
  }

  private CSVPrinter open(Path file, List<String> columns) throws IOException {
    StagedFile staged = new StagedFile(file);
    StringBuilder rows = new StringBuilder();
    CSVPrinter printer = new CSVPrinter(rows, CSVFormat.RFC4180);
    open.add(new StagedCsv(staged, rows));
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
    addGeometry(source, page, known);
    addEffects(source, page, known.plan());
  }

  /** Adds what happened to a page, which need not hold the form. */
  void addEffects(String source, int page, LinePlan plan) throws IOException {
    for (Effect effect : plan.effects()) {
      if (effect.acts()) {
        String parameters =
            effect.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
        String level = effect.level().name().toLowerCase(Locale.ROOT);
        effects.printRecord(source, page, effect.name(), level, parameters);
      }
    }
    for (StagedCsv csv : open) {
      csv.append();
    }
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

  /** Gives the files their own names. */
  void publish() throws IOException {
    for (StagedCsv csv : open) {
      csv.append();
      csv.file().publish();
    }
  }

  @Override
  public void close() throws IOException {
    for (StagedCsv csv : open) {
      csv.file().close();
    }
  }

  /** A file, and the rows that it has not got yet. */
  private record StagedCsv(StagedFile file, StringBuilder rows) {

    void append() throws IOException {
      file.append(rows.toString().getBytes(StandardCharsets.UTF_8));
      rows.setLength(0);
    }
  }
}
