package yomitori.tally.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import yomitori.tally.report.chart.Canvas;
import yomitori.tally.report.chart.Faces;

/** Pages of A4 that are filled from the top; a new one begins where there is no room. */
final class Sheets {

  static final double WIDTH = PDRectangle.A4.getWidth();
  static final double HEIGHT = PDRectangle.A4.getHeight();
  static final double MARGIN = 48;

  private final PDDocument document;
  private final Faces faces;
  private final PDFont regular;
  private final PDFont bold;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream stream;
  private Canvas canvas;
  private double y;

  Sheets(PDDocument document, Faces faces, PDFont regular, PDFont bold) throws IOException {
    this.document = document;
    this.faces = faces;
    this.regular = regular;
    this.bold = bold;
    next();
  }

  /** Begins a page. */
  void next() throws IOException {
    close();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    stream = new PDPageContentStream(document, page);
    canvas = new PdfCanvas(stream, faces, regular, bold, HEIGHT);
    y = MARGIN;
  }

  /** Makes room: where there is too little left, a page begins, unless this one is empty. */
  void require(double height) throws IOException {
    if (y > MARGIN && y + height > HEIGHT - MARGIN) {
      next();
    }
  }

  /** Where the next thing begins, in points from the top. */
  double y() {
    return y;
  }

  /** Goes down. */
  void down(double height) {
    y += height;
  }

  /** Whether nothing stands on the page yet. */
  boolean isFresh() {
    return y == MARGIN;
  }

  Canvas canvas() {
    return canvas;
  }

  PDPage page() {
    return pages.get(pages.size() - 1);
  }

  /** All pages, to write something on each after the last is full. */
  List<PDPage> pages() {
    return List.copyOf(pages);
  }

  /** Ends the last page. */
  void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
