package yomitori.simulate.hand;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import yomitori.geometry.GrayImage;

/**
 * A paper sheet at high density that ink is put on. Ink only darkens: writing over print leaves the
 * print. Places are in millimetres from the sheet's top left corner.
 */
public final class Sheet {

  private final GrayImage image;
  private final double pxPerMm;

  /**
   * @param printed the sheet as printed, copied
   * @param pxPerMm its density
   */
  public Sheet(GrayImage printed, double pxPerMm) {
    this.image = new GrayImage(printed.width(), printed.height(), printed.pixels().clone());
    this.pxPerMm = pxPerMm;
  }

  public GrayImage image() {
    return image;
  }

  public double pxPerMm() {
    return pxPerMm;
  }

  /** Draws a straight piece of line with round ends, its width changing evenly on the way. */
  public void line(
      double x0, double y0, double width0, double x1, double y1, double width1, Ink ink) {
    double ax = x0 * pxPerMm;
    double ay = y0 * pxPerMm;
    double bx = x1 * pxPerMm;
    double by = y1 * pxPerMm;
    double ra = width0 * pxPerMm / 2;
    double rb = width1 * pxPerMm / 2;
    double reach = Math.max(ra, rb) + 1;
    int left = (int) Math.max(0, Math.floor(Math.min(ax, bx) - reach));
    int right = (int) Math.min(image.width() - 1.0, Math.ceil(Math.max(ax, bx) + reach));
    int top = (int) Math.max(0, Math.floor(Math.min(ay, by) - reach));
    int bottom = (int) Math.min(image.height() - 1.0, Math.ceil(Math.max(ay, by) + reach));
    double dx = bx - ax;
    double dy = by - ay;
    double length2 = dx * dx + dy * dy;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - ax;
        double py = y + 0.5 - ay;
        double t = length2 == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
        double ex = px - t * dx;
        double ey = py - t * dy;
        double cover = ra + t * (rb - ra) + 0.5 - Math.sqrt(ex * ex + ey * ey);
        if (cover > 0) {
          darken(x, y, Math.min(1, cover), ink);
        }
      }
    }
  }

  /** Fills a shape given in millimetres. */
  public void fill(Shape shapeMm, Ink ink) {
    Shape shape =
        AffineTransform.getScaleInstance(pxPerMm, pxPerMm).createTransformedShape(shapeMm);
    Rectangle box = shape.getBounds();
    box.grow(1, 1);
    box = box.intersection(new Rectangle(image.width(), image.height()));
    if (box.isEmpty()) {
      return;
    }
    BufferedImage mask = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = mask.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.translate(-box.x, -box.y);
    g.fill(shape);
    g.dispose();
    byte[] cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        int c = cover[y * box.width + x] & 0xff;
        if (c > 0) {
          darken(box.x + x, box.y + y, c / 255.0, ink);
        }
      }
    }
  }

  private void darken(int x, int y, double cover, Ink ink) {
    int wet = GrayImage.WHITE - ink.darkness();
    double grey = wet + (GrayImage.WHITE - wet) * (1 - cover * (1 - ink.skip(x, y)));
    if (grey < image.get(x, y)) {
      image.set(x, y, (int) grey);
    }
  }
}
