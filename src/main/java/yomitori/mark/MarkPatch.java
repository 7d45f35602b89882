package yomitori.mark;

import java.util.Optional;
import yomitori.form.CheckBox;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;

/**
 * What the mark model looks at of one checkbox: pictures of the page, and the same place of the
 * blank. They scale with the box and with its words, so that a small bubble and a large square fill
 * their patches alike.
 *
 * @param page what arrived
 * @param blank what the form prints there
 */
public record MarkPatch(Side page, Side blank) {

  /** Side of the box's patch in px. */
  public static final int SIDE = 48;

  /** Size of the label's patch in px. */
  public static final int LABEL_WIDTH = 64;

  public static final int LABEL_HEIGHT = 16;

  /** Side of the box's patch in sides of the box: 12 mm for a box of 3.8 mm. */
  private static final double SIDE_IN_BOXES = 3.16;

  /** Samples for each pixel of a patch across and down: a thin stroke must not fall between. */
  private static final int OVERSAMPLING = 2;

  /** A ring round the words runs within this distance of them. */
  private static final double LABEL_MARGIN_MM = 1.5;

  /** Density at which labels are sampled, px to the mm. */
  private static final double LABEL_DENSITY = 4;

  /** Cuts an area of the form, in mm, out of a page or a blank, at a density in px to the mm. */
  @FunctionalInterface
  interface Cutter {
    GrayImage crop(RectMm area, double pxPerMm);
  }

  /**
   * One of the two.
   *
   * @param box the box in the middle of {@link #SIDE_IN_BOXES} times its larger side, {@link #SIDE}
   *     × {@link #SIDE} px
   * @param label the words beside the box and a margin, {@link #LABEL_WIDTH} × {@link
   *     #LABEL_HEIGHT} px, white where the box has none
   */
  public record Side(GrayImage box, GrayImage label) {

    /**
     * @param found where the box was found, in form mm
     */
    static Side of(Cutter cutter, CheckBox checkBox, RectMm found) {
      RectMm expected = checkBox.box();
      double side = SIDE_IN_BOXES * Math.max(expected.w(), expected.h());
      RectMm around =
          new RectMm(found.centre().x() - side / 2, found.centre().y() - side / 2, side, side);
      Optional<RectMm> words =
          wordsOf(checkBox)
              .map(area -> area.shift(found.x() - expected.x(), found.y() - expected.y()));
      return new Side(
          mean(cutter.crop(around, SIDE * OVERSAMPLING / side), SIDE, SIDE),
          words
              .map(area -> mean(cutter.crop(area, LABEL_DENSITY), LABEL_WIDTH, LABEL_HEIGHT))
              .orElseGet(() -> GrayImage.white(LABEL_WIDTH, LABEL_HEIGHT)));
    }
  }

  /**
   * Where the words beside a box stand, with the paper on which a ring round them runs; form mm.
   */
  static Optional<RectMm> wordsOf(CheckBox checkBox) {
    return checkBox.labelArea().map(area -> area.grow(LABEL_MARGIN_MM));
  }

  /** A copy of another size, each pixel the mean of those it stands for. */
  private static GrayImage mean(GrayImage image, int width, int height) {
    byte[] pixels = image.pixels();
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int top = y * image.height() / height;
      int bottom = Math.max(top + 1, (y + 1) * image.height() / height);
      for (int x = 0; x < width; x++) {
        int left = x * image.width() / width;
        int right = Math.max(left + 1, (x + 1) * image.width() / width);
        int sum = 0;
        for (int j = top; j < bottom; j++) {
          for (int i = j * image.width() + left; i < j * image.width() + right; i++) {
            sum += pixels[i] & 0xff;
          }
        }
        out[y * width + x] = (byte) (sum / ((bottom - top) * (right - left)));
      }
    }
    return new GrayImage(width, height, out);
  }
}
