package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.GrayImage;

/**
 * The ink of a sheet summed along its rows or its columns, one value to the millimetre, and the
 * search for where and at what scale a form's profile lies in a page's.
 */
final class Profile {

  /** A4 reduced from A3 is 0.71, enlarged to B4 1.23; a little more for scanners that misfeed. */
  private static final double LEAST_SCALE = 0.68;

  private static final double LARGEST_SCALE = 1.30;

  /** Steps of 2 %: over half a sheet that is 3 mm, what the halved profile's blur spans. */
  private static final double SCALE_STEP = 1.02;

  /** Finer steps around each peak, and how many of them to each side. */
  private static final double FINE_SCALE_STEP = 1.005;

  private static final int FINE_SCALE_STEPS = 4;
  private static final int FINE_SHIFT_MM = 3;

  /** Detail kept, and the coarse shade taken out, as radii of box blurs in values. */
  private static final int FINE_MM = 1;

  private static final int COARSE_MM = 9;

  /** The least share of the form that must lie on the page, */
  private static final double LEAST_OVERLAP = 0.38;

  /** or of a page shorter than that, the share of the page that must lie on the form: */
  private static final double LEAST_PAGE_OVERLAP = 0.8;

  /** calls break off after as little as 17 % of a sheet, and less shows no more than a title. */
  private static final double LEAST_STUMP = 0.12;

  /** One value to the mm, and one to every two. */
  private final Series values;

  private final Series halved;

  private Profile(float[] values, float[] halved) {
    this.values = new Series(values);
    this.halved = new Series(halved);
  }

  private static Profile of(float[] sums) {
    float[] pairs = new float[sums.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = sums[2 * i] + sums[2 * i + 1];
    }
    return new Profile(bandPass(sums), bandPass(pairs));
  }

  /**
   * @param sheet 1 px to the mm
   */
  static Profile ofRows(GrayImage sheet) {
    float[] sums = new float[sheet.height()];
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        sums[y] += GrayImage.WHITE - sheet.get(x, y);
      }
    }
    return of(sums);
  }

  /**
   * @param sheet 1 px to the mm
   */
  static Profile ofColumns(GrayImage sheet) {
    float[] sums = new float[sheet.width()];
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        sums[x] += GrayImage.WHITE - sheet.get(x, y);
      }
    }
    return of(sums);
  }

  /** The same profile read from its other end. */
  Profile reversed() {
    return new Profile(reversed(values.values), reversed(halved.values));
  }

  private static float[] reversed(float[] v) {
    float[] r = new float[v.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = v[r.length - 1 - i];
    }
    return r;
  }

  /**
   * Where one axis of the form lies on the page: page mm = scale × form mm + shift.
   *
   * @param score correlation weighted by how much of the form lies on the page, -1 to 1
   */
  record AxisFit(double scale, double shiftMm, double score) {}

  /** The best places of {@code form} in this page's profile, best first, at most {@code most}. */
  List<AxisFit> match(Wanted form, int most) {
    List<AxisFit> coarse = new ArrayList<>();
    for (Stretched stretched : form.stretches) {
      addPeaks(coarse, stretched);
    }
    List<AxisFit> fine = new ArrayList<>();
    for (AxisFit peak : distinct(coarse, 2 * most, form.profile)) {
      fine.add(refine(peak, form.profile));
    }
    return distinct(fine, most, form.profile);
  }

  /** A form's profile made ready to be looked for. Immutable. */
  static final class Wanted {

    private final Profile profile;
    private final List<Stretched> stretches = new ArrayList<>();

    Wanted(Profile profile) {
      this.profile = profile;
      for (double s = LEAST_SCALE; s <= LARGEST_SCALE; s *= SCALE_STEP) {
        stretches.add(new Stretched(s, new Series(stretch(profile.halved.values, s))));
      }
    }
  }

  /** One scale of a form's halved profile. */
  private static final class Stretched {

    private final double scale;
    private final Series values;

    Stretched(double scale, Series values) {
      this.scale = scale;
      this.values = values;
    }
  }

  /** The best of a list that are not the same place twice. */
  private static List<AxisFit> distinct(List<AxisFit> fits, int most, Profile form) {
    List<AxisFit> sorted = new ArrayList<>(fits);
    sorted.sort((a, b) -> Double.compare(b.score, a.score));
    List<AxisFit> best = new ArrayList<>();
    for (AxisFit fit : sorted) {
      if (best.size() == most) {
        break;
      }
      if (best.stream().noneMatch(b -> same(b, fit, form.values.length()))) {
        best.add(fit);
      }
    }
    return best;
  }

  private AxisFit refine(AxisFit peak, Profile form) {
    AxisFit best = peak;
    double bestScore = -1;
    double middle = form.values.length() / 2.0;
    for (int i = -FINE_SCALE_STEPS; i <= FINE_SCALE_STEPS; i++) {
      double scale = peak.scale * Math.pow(FINE_SCALE_STEP, i);
      Series scaled = new Series(stretch(form.values.values, scale));
      // Scaling about the form's middle keeps what was matched in place.
      int about = (int) Math.round(peak.shiftMm + (peak.scale - scale) * middle);
      for (int shift = about - FINE_SHIFT_MM; shift <= about + FINE_SHIFT_MM; shift++) {
        double score = correlation(scaled, values, shift);
        if (score > bestScore) {
          bestScore = score;
          best = new AxisFit(scale, shift, score);
        }
      }
    }
    return best;
  }

  /** Two fits are the same when neither end of the form moves by more than 4 mm between them. */
  private static boolean same(AxisFit a, AxisFit b, int length) {
    double end = a.scale * length + a.shiftMm - b.scale * length - b.shiftMm;
    return Math.abs(a.shiftMm - b.shiftMm) < 4 && Math.abs(end) < 4;
  }

  private void addPeaks(List<AxisFit> all, Stretched form) {
    Series scaled = form.values;
    double scale = form.scale;
    int n = scaled.length();
    double ofPage = LEAST_PAGE_OVERLAP * halved.length() / n;
    int least = (int) Math.ceil(n * Math.max(LEAST_STUMP, Math.min(LEAST_OVERLAP, ofPage)));
    int from = least - n;
    int to = halved.length() - least;
    double before = -1;
    double last = -1;
    for (int shift = from; shift <= to + 1; shift++) {
      double score = shift <= to ? correlation(scaled, halved, shift) : -1;
      if (last > before && last >= score && last > 0) {
        all.add(new AxisFit(scale, 2.0 * (shift - 1), last));
      }
      before = last;
      last = score;
    }
  }

  private static double correlation(Series form, Series page, int shift) {
    int from = Math.max(0, -shift);
    int to = Math.min(form.length(), page.length() - shift);
    if (to <= from) {
      return 0;
    }
    double both = form.energy(from, to) * page.energy(from + shift, to + shift);
    double overlap = (double) (to - from) / form.length();
    double product = product(form.values, page.values, from, to, shift);
    return both <= 0 ? 0 : product / Math.sqrt(both) * Math.sqrt(overlap);
  }

  /** Four sums side by side, so that none waits for the one before. */
  private static double product(float[] form, float[] page, int from, int to, int shift) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      int j = i + shift;
      a += form[i] * page[j];
      b += form[i + 1] * page[j + 1];
      c += form[i + 2] * page[j + 2];
      d += form[i + 3] * page[j + 3];
    }
    for (; i < to; i++) {
      a += form[i] * page[i + shift];
    }
    return (double) a + b + c + d;
  }

  /** Values with the running sum of their squares. */
  private static final class Series {

    private final float[] values;
    private final double[] squares;

    Series(float[] values) {
      this.values = values;
      this.squares = new double[values.length + 1];
      for (int i = 0; i < values.length; i++) {
        squares[i + 1] = squares[i] + values[i] * values[i];
      }
    }

    int length() {
      return values.length;
    }

    double energy(int from, int to) {
      return squares[to] - squares[from];
    }
  }

  private static float[] stretch(float[] form, double scale) {
    float[] out = new float[(int) Math.floor(form.length * scale)];
    for (int i = 0; i < out.length; i++) {
      double at = (i + 0.5) / scale - 0.5;
      int j = Math.min(Math.max((int) Math.floor(at), 0), form.length - 2);
      double f = Math.min(Math.max(at - j, 0), 1);
      out[i] = (float) ((1 - f) * form[j] + f * form[j + 1]);
    }
    return out;
  }

  private static float[] bandPass(float[] sums) {
    float[] root = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      // The root keeps one long rule or streak from outweighing all the lines of print.
      root[i] = (float) Math.sqrt(sums[i]);
    }
    float[] fine = boxBlur(root, FINE_MM);
    float[] coarse = boxBlur(root, COARSE_MM);
    for (int i = 0; i < fine.length; i++) {
      fine[i] -= coarse[i];
    }
    return fine;
  }

  private static float[] boxBlur(float[] in, int radius) {
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      int from = Math.max(0, i - radius);
      int to = Math.min(in.length - 1, i + radius);
      float sum = 0;
      for (int j = from; j <= to; j++) {
        sum += in[j];
      }
      out[i] = sum / (to - from + 1);
    }
    return out;
  }
}
