package yomitori.tally.report.pdf;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import yomitori.tally.report.chart.Canvas;
import yomitori.tally.report.chart.Colour;
import yomitori.tally.report.chart.Faces;
import yomitori.tally.report.chart.Type;

/** Paints onto a page. */
final class PdfCanvas implements Canvas {

  private final PDPageContentStream stream;
  private final Faces faces;
  private final PDFont regular;
  private final PDFont bold;
  private final double height;

  /**
   * @param height of the page, in points
   */
  PdfCanvas(PDPageContentStream stream, Faces faces, PDFont regular, PDFont bold, double height) {
    this.stream = stream;
    this.faces = faces;
    this.regular = regular;
    this.bold = bold;
    this.height = height;
  }

  @Override
  public void fill(double x, double y, double w, double h, Colour colour) throws IOException {
    stream.setNonStrokingColor(new Color(colour.rgb()));
    stream.addRect((float) x, (float) (height - y - h), (float) w, (float) h);
    stream.fill();
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double w, Colour colour)
      throws IOException {
    stream.setStrokingColor(new Color(colour.rgb()));
    stream.setLineWidth((float) w);
    stream.moveTo((float) x1, (float) (height - y1));
    stream.lineTo((float) x2, (float) (height - y2));
    stream.stroke();
  }

  @Override
  public void text(double x, double y, String text, Type type, Colour colour, Align align)
      throws IOException {
    String writable = faces.writable(text);
    double width = faces.width(writable, type);
    double shift = align.shift(width);
    stream.beginText();
    stream.setNonStrokingColor(new Color(colour.rgb()));
    stream.setFont(type.bold() ? bold : regular, (float) type.size());
    stream.newLineAtOffset((float) (x - shift), (float) (height - y));
    stream.showText(writable);
    stream.endText();
  }
}
