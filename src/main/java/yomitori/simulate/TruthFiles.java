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
import yomitori.simulate.hand.Place;
import yomitori.simulate.line.Effect;
import yomitori.simulate.line.LinePlan;

/**
 * The truth about a folder of simulated faxes, as CSV (RFC 4180, UTF-8):
 *
 * <ul>
 *   <li>{@code truth.csv}: {@code source, page, form}, then one column for each field;
 *   <li>{@code fields.csv}: for each place that can be answered what was meant, what share of the
 *       hand's ink arrived, whether the place lies on the page, and what the hand did there;
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
  private final CSVPrinter fields;
  private final CSVPrinter effects;
  private final CSVPrinter geometry;

  TruthFiles(Form form, Path folder) throws IOException {
    this.form = form;
    List<String> columns = new ArrayList<>(List.of("source", "page", "form"));
    form.fields().stream().map(Field::id).forEach(columns::add);
    this.truth = open(folder.resolve("truth.csv"), columns);
    this.fields =
        open(
            folder.resolve("fields.csv"),
            List.of(
                "source", "page", "field", "place", "kind", "meant", "visible", "on_page",
                "effects"));
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
    for (PlaceTruth truth : known.places()) {
      addPlace(source, page, truth);
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
        String level = effect.level().word();
        effects.printRecord(source, page, effect.name(), level, parameters);
      }
    }
    for (StagedCsv csv : open) {
      csv.append();
    }
  }

  private void addPlace(String source, int page, PlaceTruth known) throws IOException {
    Place place = known.place();
    fields.printRecord(
        source,
        page,
        place.field(),
        place.id(),
        place.kind().name().toLowerCase(Locale.ROOT),
        place.meant(),
        known.visible().isPresent() ? places(known.visible().getAsDouble()) : "",
        known.onPage() ? 1 : 0,
        String.join(" ", place.effects()));
  }

  private void addGeometry(String source, int page, PageTruth known) throws IOException {
    for (double y = 0; y <= form.heightMm(); y += LATTICE_MM) {
      for (double x = 0; x <= form.widthMm(); x += LATTICE_MM) {
        PointPx p = known.placement().toPage(x, y);
        geometry.printRecord(source, page, x, y, places(p.x()), places(p.y()));
      }
    }
  }

  private static String places(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
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
