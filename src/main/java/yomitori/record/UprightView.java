package yomitori.record;

import java.awt.image.BufferedImage;
import java.util.Optional;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/**
 * How a page is shown to people: square pixels, of moderate size, turned by quarters until it
 * stands upright.
 *
 * @param width columns of the picture
 * @param height rows of the picture
 * @param fromPage takes px of the page to px of the picture
 */
record UprightView(int width, int height, Affine fromPage) {

  /** 150 dpi: handwriting stays legible and an A4 page is 1240 × 1754 px. */
  private static final double PX_PER_MM = 150 / Resolution.MM_PER_INCH;

  /** Longer than A3 at 150 dpi: only a mistaken resolution gives more. */
  private static final double LONGEST_SIDE_PX = 2600;

  /**
   * @param transform where the form lies on the page; empty where that is not known and the page is
   *     shown as it came
   */
  static UprightView of(Page page, Optional<PageTransform> transform) {
    Resolution r = page.resolution();
    double widthMm = page.image().width() / r.pxPerMmX();
    double heightMm = page.image().height() / r.pxPerMmY();
    double density = Math.min(PX_PER_MM, LONGEST_SIDE_PX / Math.max(widthMm, heightMm));
    int w = Math.max(1, (int) Math.round(widthMm * density));
    int h = Math.max(1, (int) Math.round(heightMm * density));
    Affine scale =
        Affine.scale((double) w / page.image().width(), (double) h / page.image().height());
    int quarters = transform.map(t -> quarters(t.affine().then(scale))).orElse(0);
    return switch (quarters) {
      case 1 -> new UprightView(h, w, scale.then(new Affine(0, 1, 0, -1, 0, w)));
      case 2 -> new UprightView(w, h, scale.then(new Affine(-1, 0, w, 0, -1, h)));
      case 3 -> new UprightView(h, w, scale.then(new Affine(0, -1, h, 1, 0, 0)));
      default -> new UprightView(w, h, scale);
    };
  }

  /** Quarter turns, clockwise as seen, by which the form's lines stand off the horizontal. */
  private static int quarters(Affine formToPicture) {
    double angle = Math.atan2(formToPicture.yx(), formToPicture.xx());
    return Math.floorMod(Math.round(angle / (Math.PI / 2)), 4);
  }

  /** The page in this view, each pixel the mean of those that fall on it. */
  BufferedImage render(GrayImage page) {
    Affine toPage = fromPage.inverse();
    double reachX = (Math.abs(toPage.xx()) + Math.abs(toPage.xy())) / 2;
    double reachY = (Math.abs(toPage.yx()) + Math.abs(toPage.yy())) / 2;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double px = toPage.mapX(x + 0.5, y + 0.5);
        double py = toPage.mapY(x + 0.5, y + 0.5);
        int grey = mean(page, px - reachX, px + reachX, py - reachY, py + reachY);
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return picture;
  }

  private static int mean(GrayImage page, double left, double right, double top, double bottom) {
    int x0 = Math.max(0, Math.min(page.width() - 1, (int) Math.floor(left)));
    int y0 = Math.max(0, Math.min(page.height() - 1, (int) Math.floor(top)));
    int x1 = Math.min(page.width(), Math.max(x0 + 1, (int) Math.ceil(right)));
    int y1 = Math.min(page.height(), Math.max(y0 + 1, (int) Math.ceil(bottom)));
    int sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        sum += page.get(x, y);
      }
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }
}
