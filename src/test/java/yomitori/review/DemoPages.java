package yomitori.review;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageLedger;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.geometry.RectPx;
import yomitori.record.PageRecord;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;

/**
 * Faxes of the demo in a desk as if they had been read: what the truth says, but for some doubts.
 */
public final class DemoPages {

  /** The demo's form. */
  public static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");

  /** Faxes of which the first page is the form. */
  public static final List<String> FILES =
      List.of(
          "fax-20221115-0912.tif",
          "fax-20221115-1004.tif",
          "fax-20221115-1147.tif",
          "fax-20221116-0835.tif",
          "fax-20221116-1318.tif",
          "fax-20221116-1552.tif",
          "fax-20221117-0902.tif",
          "fax-20221118-0312.tif",
          "fax-20221118-1055.pdf",
          "fax-20221118-1420.tif",
          "fax-20221121-0840.tif",
          "fax-20221121-1655.tif",
          "fax-20221122-0931.tif");

  private static final Path DEMO = Path.of("testdata/demo");
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final double LATTICE_MM = 20;

  private DemoPages() {}

  /** A doubt in place of what the truth says. */
  public record Doubt(String value, double confidence, List<String> alternatives, Reason reason) {}

  /**
   * Puts the first page of a fax into a desk.
   *
   * @param data the desk's folder
   * @param doubts by field
   * @return the page in the ledger
   */
  public static long add(Ledger ledger, Path data, String file, Map<String, Doubt> doubts)
      throws IOException {
    Files.createDirectories(data.resolve("archive"));
    Files.copy(DEMO.resolve(file), data.resolve("archive").resolve(file));
    long fax =
        ledger.write(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO fax (sha256, name, source, sender, bytes, received_at,"
                            + " taken_at, archived, state, pages) VALUES (:file, :file, :file, '',"
                            + " 1, 1668471120000, 0, :path, 'read', 1)")
                    .bind("file", file)
                    .bind("path", "archive/" + file)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one());
    PageRecord record = record(file, doubts, String.format("%032x", fax));
    return new PageLedger(ledger, List.of(FORM)).add(fax, record, Instant.EPOCH);
  }

  private static PageRecord record(String file, Map<String, Doubt> doubts, String id)
      throws IOException {
    Map<List<Integer>, PointPx> lattice = lattice(file);
    CSVRecord truth = rows("truth.csv", file).get(0);
    List<FieldValue> values = new ArrayList<>();
    for (Field field : FORM.fields()) {
      Optional<RectPx> box = Optional.of(box(lattice, field.area()));
      Doubt doubt = doubts.get(field.id());
      values.add(
          doubt == null
              ? new FieldValue(
                  field.id(),
                  truth.get(field.id()),
                  0.998,
                  Decision.ACCEPTED,
                  List.of(),
                  Optional.empty(),
                  box)
              : new FieldValue(
                  field.id(),
                  doubt.value(),
                  doubt.confidence(),
                  Decision.REVIEW,
                  doubt.alternatives(),
                  Optional.of(doubt.reason()),
                  box));
    }
    PageRecord.Status status =
        doubts.isEmpty() ? PageRecord.Status.ACCEPTED : PageRecord.Status.REVIEW;
    return new PageRecord(id, FORM.id(), FORM.version(), file, 1, Instant.EPOCH, status, values);
  }

  private static List<CSVRecord> rows(String table, String file) throws IOException {
    try (Reader in = Files.newBufferedReader(DEMO.resolve(table))) {
      return CSV.parse(in).stream()
          .filter(row -> row.get(0).equals(file) && row.get("page").equals("1"))
          .toList();
    }
  }

  private static Map<List<Integer>, PointPx> lattice(String file) throws IOException {
    Map<List<Integer>, PointPx> lattice = new HashMap<>();
    for (CSVRecord row : rows("geometry.csv", file)) {
      lattice.put(
          cell(Double.parseDouble(row.get("x_mm")), Double.parseDouble(row.get("y_mm"))),
          new PointPx(Double.parseDouble(row.get("x_px")), Double.parseDouble(row.get("y_px"))));
    }
    return lattice;
  }

  private static List<Integer> cell(double x, double y) {
    return List.of((int) (x / LATTICE_MM), (int) (y / LATTICE_MM));
  }

  private static RectPx box(Map<List<Integer>, PointPx> lattice, RectMm area) {
    PointPx a = place(lattice, area.x(), area.y());
    PointPx b = place(lattice, area.right(), area.bottom());
    int x = (int) Math.min(a.x(), b.x());
    int y = (int) Math.min(a.y(), b.y());
    return new RectPx(x, y, (int) Math.abs(b.x() - a.x()), (int) Math.abs(b.y() - a.y()));
  }

  /** Within a cell of the lattice its corner and edges say enough. */
  private static PointPx place(Map<List<Integer>, PointPx> lattice, double x, double y) {
    List<Integer> cell = cell(x, y);
    PointPx at = lattice.get(cell);
    PointPx right = lattice.get(List.of(cell.get(0) + 1, cell.get(1)));
    PointPx below = lattice.get(List.of(cell.get(0), cell.get(1) + 1));
    double u = x / LATTICE_MM - cell.get(0);
    double v = y / LATTICE_MM - cell.get(1);
    return new PointPx(
        at.x() + u * (right.x() - at.x()) + v * (below.x() - at.x()),
        at.y() + u * (right.y() - at.y()) + v * (below.y() - at.y()));
  }
}
