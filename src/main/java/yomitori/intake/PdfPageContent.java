package yomitori.intake;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Looks through the content of a PDF page for whether it is one scanned picture: a single image
 * that lies square on the page and covers most of it, with nothing visible beside it. Invisible
 * text, as OCR adds it, and white backgrounds do not count.
 */
final class PdfPageContent extends PDFGraphicsStreamEngine {

  /** Share of the page that a lone image must cover to be the page. */
  private static final double COVERS = 0.5;

  /** How far, against its length, a side of the image may lean and still be square on the page. */
  private static final double LEAN = 0.01;

  /** Operators of a page: a dense map has some 100,000; beyond this it is no fax. */
  private static final int MAX_OPERATORS = 500_000;

  /** An image and where its unit square comes to lie, in points from the page's lower left. */
  record Placed(PDImageXObject image, Matrix at) {}

  /** Ends the walk through a page's content. */
  private static final class TooManyOperators extends RuntimeException {}

  private Placed placed;
  private int images;
  private int operators;
  private boolean other;
  private UnreadableException refused;

  private PdfPageContent(PDPage page) {
    super(page);
  }

  /**
   * The one image that the page is, if it is one.
   *
   * @throws UnreadableException if the page holds something that cannot be drawn within limits
   */
  static Optional<Placed> onlyImage(PDPage page) throws IOException, UnreadableException {
    PdfPageContent content = new PdfPageContent(page);
    try {
      content.processPage(page);
    } catch (TooManyOperators e) {
      content.refuse(FailureReason.TOO_LARGE, "more than " + MAX_OPERATORS + " PDF operators");
    }
    if (content.refused != null) {
      throw content.refused;
    }
    boolean one = content.images == 1 && !content.other && content.placed != null;
    return one && covers(page, content.placed) ? Optional.of(content.placed) : Optional.empty();
  }

  private static boolean covers(PDPage page, Placed placed) throws IOException {
    Matrix m = placed.at();
    double a = Math.abs(m.getScaleX());
    double b = Math.abs(m.getShearY());
    double c = Math.abs(m.getShearX());
    double d = Math.abs(m.getScaleY());
    boolean upright = b <= LEAN * a && c <= LEAN * d;
    boolean sideways = a <= LEAN * b && d <= LEAN * c;
    PDRectangle box = page.getCropBox();
    return (upright || sideways)
        && placed.image().getSoftMask() == null
        && placed.image().getMask() == null
        && Math.abs(a * d - b * c) >= COVERS * box.getWidth() * box.getHeight();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MAX_OPERATORS) {
      throw new TooManyOperators();
    }
    super.processOperator(operator, operands);
  }

  private void refuse(FailureReason reason, String detail) {
    if (refused == null) {
      refused = new UnreadableException(reason, detail);
    }
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    images++;
    if (!(image instanceof PDImageXObject xObject)) {
      return;
    }
    placed = new Placed(xObject, getGraphicsState().getCurrentTransformationMatrix().clone());
    try {
      IntakeLimits.checkSize(image.getWidth(), Math.max(1, image.getHeight()));
    } catch (UnreadableException e) {
      refuse(e.reason(), e.getMessage());
    }
    List<COSName> filters = xObject.getStream().getFilters();
    if (filters != null && filters.contains(COSName.JPX_DECODE)) {
      refuse(FailureReason.UNSUPPORTED, "JPXDecode");
    }
  }

  @Override
  protected void showFontGlyph(Matrix at, PDFont font, int code, Vector displacement)
      throws IOException {
    if (getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
      other = true;
    }
  }

  @Override
  public void strokePath() {
    other = true;
  }

  @Override
  public void fillPath(int windingRule) throws IOException {
    PDColor colour = getGraphicsState().getNonStrokingColor();
    other |= colour.isPattern() || colour.toRGB() != 0xffffff;
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    other = true;
  }

  @Override
  public void shadingFill(COSName shadingName) {
    other = true;
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Float();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

  @Override
  public void clip(int windingRule) {}

  @Override
  public void moveTo(float x, float y) {}

  @Override
  public void lineTo(float x, float y) {}

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

  @Override
  public void closePath() {}

  @Override
  public void endPath() {}
}
