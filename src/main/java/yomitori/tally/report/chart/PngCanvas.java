package yomitori.tally.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Paints a chart into a picture. */
final class PngCanvas implements Canvas {

  /** Pixels to a point: charts are shown on slides. */
  private static final double SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Faces faces;

  PngCanvas(Faces faces, double width, double height) {
    this.faces = faces;
    this.image =
        new BufferedImage(
            (int) Math.ceil(width * SCALE),
            (int) Math.ceil(height * SCALE),
            BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setColor(new Color(Colour.PAPER.rgb()));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  @Override
  public void fill(double x, double y, double w, double h, Colour colour) {
    graphics.setColor(new Color(colour.rgb()));
    graphics.fill(new Rectangle2D.Double(x, y, w, h));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double w, Colour colour) {
    graphics.setColor(new Color(colour.rgb()));
    graphics.setStroke(new BasicStroke((float) w));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void text(double x, double y, String text, Type type, Colour colour, Align align) {
    graphics.setColor(new Color(colour.rgb()));
    graphics.setFont(faces.font(type));
    double width = faces.width(text, type);
    double shift = align.shift(width);
    graphics.drawString(text, (float) (x - shift), (float) y);
  }

  byte[] png() throws IOException {
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
