package yomitori.simulate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import yomitori.geometry.GrayImage;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/** Many pages on one picture, true to their shape, for a person to look at. */
public final class ContactSheet {

  private static final int ACROSS = 6;
  private static final int CELL_WIDTH = 420;
  private static final int CELL_HEIGHT = 620;
  private static final int GAP = 8;
  private static final double PX_PER_INCH = 48;

  private ContactSheet() {}

  /** A page made small: one cell of the sheet. */
  public static GrayImage thumbnail(TiffPage page) {
    GrayImage image = page.image();
    double sx = page.resolution().dpiX() / PX_PER_INCH;
    double sy = page.resolution().dpiY() / PX_PER_INCH;
    int width = Math.max(1, Math.min(CELL_WIDTH, (int) (image.width() / sx)));
    int height = Math.max(1, Math.min(CELL_HEIGHT, (int) (image.height() / sy)));
    GrayImage small = GrayImage.white(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.set(x, y, mean(image, x * sx, (x + 1) * sx, y * sy, (y + 1) * sy));
      }
    }
    return small;
  }

  private static int mean(GrayImage image, double left, double right, double top, double bottom) {
    int sum = 0;
    int count = 0;
    for (int y = (int) top; y < Math.min(image.height(), bottom); y++) {
      for (int x = (int) left; x < Math.min(image.width(), right); x++) {
        sum += image.get(x, y);
        count++;
      }
    }
    return count == 0 ? GrayImage.WHITE : sum / count;
  }

  /** Writes the thumbnails, row by row, as a PNG. */
  public static void write(List<GrayImage> thumbnails, Path png) {
    int rows = (thumbnails.size() + ACROSS - 1) / ACROSS;
    BufferedImage sheet =
        new BufferedImage(
            ACROSS * (CELL_WIDTH + GAP) + GAP,
            Math.max(1, rows) * (CELL_HEIGHT + GAP) + GAP,
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.GRAY);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.dispose();
    for (int i = 0; i < thumbnails.size(); i++) {
      GrayImage thumbnail = thumbnails.get(i);
      sheet
          .getRaster()
          .setDataElements(
              GAP + i % ACROSS * (CELL_WIDTH + GAP),
              GAP + i / ACROSS * (CELL_HEIGHT + GAP),
              thumbnail.width(),
              thumbnail.height(),
              thumbnail.pixels());
    }
    try {
      if (!ImageIO.write(sheet, "png", png.toFile())) {
        throw new IllegalStateException("no PNG writer in this Java");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
