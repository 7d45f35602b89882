package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;

/** How much of the blank's printing in an area shows on a page. */
final class PrintSeen {

  private static final double PX_PER_MM = 5;

  /** Rules to write on lie at the edge of their field. */
  private static final double AROUND_MM = 0.8;

  /** Printing counts as seen where the page has ink within this distance. */
  private static final double TOLERANCE_MM = 0.6;

  private static final int PRINTED_BELOW = 140;
  private static final int INK_BELOW = 160;

  /** Less printing than this, in px, tells nothing. */
  private static final int LEAST_PRINT_PX = 30;

  private PrintSeen() {}

  static double share(RegisteredPage page, RectMm area) {
    RectMm around = area.grow(AROUND_MM);
    GrayImage blank = page.blankCrop(around, PX_PER_MM);
    GrayImage received = page.crop(around, PX_PER_MM);
    int reach = (int) Math.round(TOLERANCE_MM * PX_PER_MM);
    int printed = 0;
    int seen = 0;
    for (int y = 0; y < blank.height(); y++) {
      for (int x = 0; x < blank.width(); x++) {
        if (blank.get(x, y) < PRINTED_BELOW) {
          printed++;
          seen += inkNear(received, x, y, reach) ? 1 : 0;
        }
      }
    }
    return printed < LEAST_PRINT_PX ? 1 : (double) seen / printed;
  }

  private static boolean inkNear(GrayImage image, int x, int y, int reach) {
    for (int j = Math.max(0, y - reach); j <= Math.min(image.height() - 1, y + reach); j++) {
      for (int i = Math.max(0, x - 1); i <= Math.min(image.width() - 1, x + 1); i++) {
        if (image.get(i, j) < INK_BELOW) {
          return true;
        }
      }
    }
    return false;
  }
}
