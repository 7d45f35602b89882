package yomitori.record;

import java.awt.image.BufferedImage;
import java.util.Optional;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectPx;
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
public record UprightView(int width, int height, Affine fromPage) {

  /** 150 dpi: handwriting stays legible and an A4 page is 1240 × 1754 px. */
  public static final double PX_PER_MM = 150 / Resolution.MM_PER_INCH;

  /** Longer than A3 at 150 dpi: only a mistaken resolution gives more. */
  private static final double LONGEST_SIDE_PX = 2600;

  /**
   * @param transform where the form lies on the page; empty where that is not known and the page is
   *     shown as it came
   */
  static UprightView of(Page page, Optional<PageTransform> transform) {
    UprightView asItCame = of(page, 0, PX_PER_MM);
    return of(
        page,
        transform.map(t -> quarters(t.affine().then(asItCame.fromPage()))).orElse(0),
        PX_PER_MM);
  }

  /**
   * A view of a density.
   *
   * @param quarters quarter turns, clockwise as seen, by which the page stands off upright, 0 to 3
   * @param pxPerMm density, less where the page would become larger than any page is
   */
  public static UprightView of(Page page, int quarters, double pxPerMm) {
    Resolution r = page.resolution();
    double widthMm = page.image().width() / r.pxPerMmX();
    double heightMm = page.image().height() / r.pxPerMmY();
    double density = Math.min(pxPerMm, LONGEST_SIDE_PX / Math.max(widthMm, heightMm));
    int w = Math.max(1, (int) Math.round(widthMm * density));
    int h = Math.max(1, (int) Math.round(heightMm * density));
    Affine scale =
        Affine.scale((double) w / page.image().width(), (double) h / page.image().height());
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
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    GrayImage greys = render(page, new RectPx(0, 0, width, height));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = greys.get(x, y);
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return picture;
  }

  /** A part of the view, each pixel the mean of those of the page that fall on it. */
  public GrayImage render(GrayImage page, RectPx part) {
    Affine toPage = fromPage.inverse();
    double reachX = (Math.abs(toPage.xx()) + Math.abs(toPage.xy())) / 2;
    double reachY = (Math.abs(toPage.yx()) + Math.abs(toPage.yy())) / 2;
    GrayImage picture = GrayImage.white(part.w(), part.h());
    for (int y = 0; y < part.h(); y++) {
      for (int x = 0; x < part.w(); x++) {
        double px = toPage.mapX(part.x() + x + 0.5, part.y() + y + 0.5);
        double py = toPage.mapY(part.x() + x + 0.5, part.y() + y + 0.5);
        picture.set(x, y, mean(page, px - reachX, px + reachX, py - reachY, py + reachY));
      }
    }
    return picture;
  }

  /** Where an area of the page lies in this view, its part outside the view left out. */
  public RectPx place(RectPx area) {
    double ax = fromPage.mapX(area.x(), area.y());
    double ay = fromPage.mapY(area.x(), area.y());
    double bx = fromPage.mapX((double) area.x() + area.w(), (double) area.y() + area.h());
    double by = fromPage.mapY((double) area.x() + area.w(), (double) area.y() + area.h());
    return within(
        (int) Math.floor(Math.min(ax, bx)),
        (int) Math.floor(Math.min(ay, by)),
        (int) Math.ceil(Math.max(ax, bx)),
        (int) Math.ceil(Math.max(ay, by)));
  }

  /** The part of a rectangle that lies in this view, at least one pixel. */
  public RectPx within(int left, int top, int right, int bottom) {
    int x = Math.max(0, Math.min(left, width - 1));
    int y = Math.max(0, Math.min(top, height - 1));
    return new RectPx(
        x, y, Math.max(1, Math.min(right, width) - x), Math.max(1, Math.min(bottom, height) - y));
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
