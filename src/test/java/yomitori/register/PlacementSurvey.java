package yomitori.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yomitori.form.CheckBox;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.simulate.JmaForm;

/**
 * A program, not a test: registers simulated faxes and prints how far checkboxes truly lay from
 * where they were looked for, by what {@link RegisteredPage#fitNear} said of the place. Its
 * arguments are folders that {@code ./yomitori simulate} wrote, with their {@code geometry.csv}.
 * Only boxes that truly lie on the page are counted.
 */
public final class PlacementSurvey {

  private static final int BINS = 10;
  private static final double LATTICE_MM = 20;

  private PlacementSurvey() {}

  public static void main(String[] folders) throws IOException {
    Registrar registrar = new Registrar(List.of(SentForm.BLANK));
    List<List<Double>> bins = new ArrayList<>();
    List<Integer> within = new ArrayList<>(Collections.nCopies(BINS, 0));
    for (int i = 0; i < BINS; i++) {
      bins.add(new ArrayList<>());
    }
    for (String folder : folders) {
      int missed = 0;
      int forms = 0;
      for (Map.Entry<String, PageTransform> truth : truths(Path.of(folder)).entrySet()) {
        String[] place = truth.getKey().split(",", -1);
        Page page = page(Path.of(folder, place[0]), Integer.parseInt(place[1]));
        forms++;
        if (registrar.register(page) instanceof Registration.Registered r) {
          add(bins, within, r.page(), truth.getValue());
        } else {
          missed++;
        }
      }
      System.out.printf(Locale.ROOT, "%s: %d of %d forms missed%n", folder, missed, forms);
    }
    System.out.println(
        "| fit near | boxes | median error mm | 95th percentile mm | worst mm | as expected |");
    for (int i = 0; i < BINS; i++) {
      List<Double> errors = bins.get(i);
      Collections.sort(errors);
      int n = errors.size();
      if (n > 0) {
        System.out.printf(
            Locale.ROOT,
            "| %.1f–%.1f | %d | %.2f | %.2f | %.2f | %.3f |%n",
            i / (double) BINS,
            (i + 1) / (double) BINS,
            n,
            errors.get(n / 2),
            errors.get(n * 95 / 100),
            errors.get(n - 1),
            within.get(i) / (double) n);
      }
    }
  }

  private static void add(
      List<List<Double>> bins, List<Integer> within, RegisteredPage page, PageTransform truth) {
    int width = page.page().image().width();
    int height = page.page().image().height();
    for (CheckBox box : page.form().checkBoxes()) {
      RectMm area = box.box();
      PointMm p = area.centre();
      var at = truth.toPage(p);
      if (at.x() < 0 || at.y() < 0 || at.x() >= width || at.y() >= height) {
        continue;
      }
      PointMm laid = page.transform().toForm(at);
      int bin = (int) Math.min(BINS - 1, page.fitNear(area) * BINS);
      double error = Math.hypot(laid.x() - p.x(), laid.y() - p.y());
      bins.get(bin).add(error);
      within.set(bin, within.get(bin) + (error <= page.expectedErrorMm(area) ? 1 : 0));
    }
  }

  private static Page page(Path file, int number) throws IOException {
    try (FaxDocument document = Intake.open(file, file.getFileName().toString())) {
      return ((IntakeOutcome.Decoded) document.page(number)).page();
    }
  }

  /** The true place of the form on each page, by file and page. */
  private static Map<String, PageTransform> truths(Path folder) throws IOException {
    Map<String, List<double[]>> points = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("geometry.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split(",", -1);
      points
          .computeIfAbsent(c[0] + "," + c[1], key -> new ArrayList<>())
          .add(new double[] {Double.parseDouble(c[4]), Double.parseDouble(c[5])});
    }
    int columns = (int) Math.floor(JmaForm.FORM.widthMm() / LATTICE_MM) + 1;
    Map<String, PageTransform> truths = new LinkedHashMap<>();
    points.forEach((page, list) -> truths.put(page, transform(list, columns)));
    return truths;
  }

  private static PageTransform transform(List<double[]> points, int columns) {
    float[] x = new float[points.size()];
    float[] y = new float[points.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) points.get(i)[0];
      y[i] = (float) points.get(i)[1];
    }
    return PageTransform.of(new Affine(0, 0, 0, 0, 0, 0), LATTICE_MM, columns, x, y);
  }
}
