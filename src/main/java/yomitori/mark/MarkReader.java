package yomitori.mark;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import yomitori.geometry.PointMm;
import yomitori.register.Blank;
import yomitori.register.RegisteredPage;

/**
 * Measures every checkbox of a registered page: first its place by its printed outline, then the
 * ink there that the blank does not explain, then how likely the mark model takes it for marked.
 * Thread-safe; keeps what the blanks of the pages it has seen say of their boxes, so that a new one
 * is to be made when forms are loaded anew.
 */
public final class MarkReader {

  /** Above this share of specks on bare paper, pages are smoothed before ink is looked for. */
  private static final double NOISY = 0.03;

  /** What is darker than this is no paper with noise on it but a black band or patch. */
  private static final double NOT_PAPER = 0.5;

  /** Log odds, at most, of a box that shows nothing at all on a page that hides nothing. */
  private static final float BARE = -10;

  /** Boxes as near as this share one estimate of the paper's noise. */
  private static final double REGION_MM = 40;

  private final MarkModel model = MarkModel.standard();
  private final IdentityHashMap<Blank, List<BlankBox>> blanks = new IdentityHashMap<>();

  /**
   * @throws java.io.UncheckedIOException if the mark model's libraries cannot be unpacked
   * @throws UnsatisfiedLinkError if there are none for this machine
   */
  public MarkReader() {}

  /** One reading for each of {@code page.form().checkBoxes()}, in that order. */
  public List<MarkReading> read(RegisteredPage page) {
    List<BoxEvidence> boxes = evidence(page);
    float[] logOdds = model.logOdds(patches(page, boxes));
    boolean inGreys = page.inGreys();
    List<BoxEvidence> cleaned =
        boxes.stream().map(b -> noise(b, boxes) > NOISY ? b.smoothed() : b).toList();
    double usualFrame = quantile(0.5, cleaned.stream().mapToDouble(BoxEvidence::frameInk));
    return IntStream.range(0, cleaned.size())
        .mapToObj(
            i -> {
              BoxEvidence box = cleaned.get(i);
              double odds =
                  inGreys && boxes.get(i).isBare(page) ? Math.min(BARE, logOdds[i]) : logOdds[i];
              return box.reading(page, noise(box, cleaned), usualFrame, odds);
            })
        .toList();
  }

  /** What the mark model sees of each box, in the order of {@link #read}. */
  public List<MarkPatch> patches(RegisteredPage page) {
    return patches(page, evidence(page));
  }

  private static List<MarkPatch> patches(RegisteredPage page, List<BoxEvidence> boxes) {
    return boxes.stream()
        .map(
            b ->
                new MarkPatch(
                    MarkPatch.Side.of(page::crop, b.checkBox(), b.found()), b.blank().patch()))
        .toList();
  }

  private List<BoxEvidence> evidence(RegisteredPage page) {
    return boxes(page.blank()).stream().map(box -> box.on(page)).toList();
  }

  private synchronized List<BlankBox> boxes(Blank blank) {
    return blanks.computeIfAbsent(
        blank, b -> b.form().checkBoxes().stream().map(box -> BlankBox.of(b, box)).toList());
  }

  /**
   * The share of ink on bare paper around a box, judged by all boxes near it: the lower quartile,
   * so that writing, or a black band over half of them, does not pass for noise.
   */
  private static double noise(BoxEvidence box, List<BoxEvidence> all) {
    PointMm at = box.checkBox().box().centre();
    return quantile(
        0.25,
        all.stream()
            .filter(
                other -> {
                  PointMm p = other.checkBox().box().centre();
                  return Math.hypot(p.x() - at.x(), p.y() - at.y()) <= REGION_MM;
                })
            .mapToDouble(BoxEvidence::paperInk)
            .filter(ink -> ink < NOT_PAPER));
  }

  private static double quantile(double share, DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
  }
}
