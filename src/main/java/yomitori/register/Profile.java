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

  /** Steps of 1 %: over half a sheet that is 1.5 mm, what {@link #FINE_MM} blurs over. */
  private static final double SCALE_STEP = 1.01;

  /** Detail kept, and the coarse shade taken out, as radii of box blurs in mm. */
  private static final int FINE_MM = 1;

  private static final int COARSE_MM = 9;

  /** The least share of the form that must lie on the page. */
  private static final double LEAST_OVERLAP = 0.38;

  private final float[] values;

  private Profile(float[] values) {
    this.values = values;
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
    return new Profile(bandPass(sums));
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
    return new Profile(bandPass(sums));
  }

  /** The same profile read from its other end. */
  Profile reversed() {
    float[] r = new float[values.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = values[r.length - 1 - i];
    }
    return new Profile(r);
  }

  /**
   * Where one axis of the form lies on the page: page mm = scale × form mm + shift.
   *
   * @param score correlation weighted by how much of the form lies on the page, -1 to 1
   */
  record AxisFit(double scale, double shiftMm, double score) {}

  /** The best places of {@code form} in this page's profile, best first, at most {@code most}. */
  List<AxisFit> match(Profile form, int most) {
    List<AxisFit> all = new ArrayList<>();
    for (double s = LEAST_SCALE; s <= LARGEST_SCALE; s *= SCALE_STEP) {
      addPeaks(all, form.values, s);
    }
    all.sort((a, b) -> Double.compare(b.score, a.score));
    List<AxisFit> best = new ArrayList<>();
    for (AxisFit fit : all) {
      if (best.size() == most) {
        break;
      }
      if (best.stream().noneMatch(b -> same(b, fit, form.values.length))) {
        best.add(fit);
      }
    }
    return best;
  }

  /** Two fits are the same when neither end of the form moves by more than 4 mm between them. */
  private static boolean same(AxisFit a, AxisFit b, int length) {
    double end = a.scale * length + a.shiftMm - b.scale * length - b.shiftMm;
    return Math.abs(a.shiftMm - b.shiftMm) < 4 && Math.abs(end) < 4;
  }

  private void addPeaks(List<AxisFit> all, float[] form, double scale) {
    float[] scaled = stretch(form, scale);
    int n = scaled.length;
    int least = (int) Math.ceil(LEAST_OVERLAP * n);
    int from = least - n;
    int to = values.length - least;
    double before = -1;
    double last = -1;
    for (int shift = from; shift <= to + 1; shift++) {
      double score = shift <= to ? correlation(scaled, shift) : -1;
      if (last > before && last >= score && last > 0) {
        all.add(new AxisFit(scale, shift - 1, last));
      }
      before = last;
      last = score;
    }
  }

  private double correlation(float[] form, int shift) {
    int from = Math.max(0, -shift);
    int to = Math.min(form.length, values.length - shift);
    double fp = 0;
    double ff = 0;
    double pp = 0;
    for (int i = from; i < to; i++) {
      float f = form[i];
      float p = values[i + shift];
      fp += f * p;
      ff += f * f;
      pp += p * p;
    }
    double overlap = (double) (to - from) / form.length;
    return ff == 0 || pp == 0 ? 0 : fp / Math.sqrt(ff * pp) * Math.sqrt(overlap);
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
