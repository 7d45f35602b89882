package yomitori.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Draws a form's blank as a PDF of one page to print and fax out. */
public final class BlankDrawer {

  private static final double PT_PER_MM = 72 / 25.4;

  /** How far a Bézier curve's handles reach along a quarter of a circle of radius 1. */
  private static final double ARC = 0.5523;

  /** Stands in for the clock in the file's id, so that the same form gives the same bytes. */
  private static final long FILE_ID = 20221115L;

  private final PDPageContentStream page;
  private final double heightMm;
  private final PDFont regular;
  private final PDFont bold;
  private final PDFont tickedBox;

  private BlankDrawer(
      PDPageContentStream page, double heightMm, PDFont regular, PDFont bold, PDFont tickedBox) {
    this.page = page;
    this.heightMm = heightMm;
    this.regular = regular;
    this.bold = bold;
    this.tickedBox = tickedBox;
  }

  /**
   * Draws a form with the typeface that is installed.
   *
   * @throws TypefaceMissingException if there is none
   * @throws IllegalArgumentException if the form's words have a character the typeface lacks
   */
  public static void draw(Form form, OutputStream out) throws IOException {
    draw(form, Typeface.installed(), out);
  }

  /**
   * Draws a form: the sheet's size, everything in {@link Form#print()}, fonts embedded and cut down
   * to the characters used. The same form and typeface give the same bytes.
   *
   * @param out takes the PDF; it is not closed
   * @throws IllegalArgumentException if the form's words have a character the typeface lacks
   */
  public static void draw(Form form, Typeface typeface, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(FILE_ID);
      describe(document, form);
      PDPage page =
          new PDPage(
              new PDRectangle(
                  (float) (form.widthMm() * PT_PER_MM), (float) (form.heightMm() * PT_PER_MM)));
      document.addPage(page);
      PDFont regular = font(document, typeface.regular());
      PDFont bold = font(document, typeface.bold());
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        BlankDrawer drawer =
            new BlankDrawer(content, form.heightMm(), regular, bold, new TickedBoxFont());
        for (PrintItem item : form.print()) {
          drawer.draw(item);
        }
      }
      document.save(out);
    }
  }

  private static void describe(PDDocument document, Form form) {
    document.getDocumentInformation().setTitle(form.title());
    document.getDocumentInformation().setProducer("Yomitori");
    document.getDocumentInformation().setSubject(form.id() + " " + form.version());
    document.getDocumentCatalog().setLanguage(Locale.JAPAN.toLanguageTag());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    // Printed to fit, every box would lie elsewhere than the definition says.
    preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private static PDFont font(PDDocument document, Path file) throws IOException {
    return PDType0Font.load(
        document, new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile())), true);
  }

  private void draw(PrintItem item) throws IOException {
    if (item instanceof PrintItem.Text text) {
      text(text);
    } else if (item instanceof PrintItem.Rule rule) {
      rule(rule);
    } else if (item instanceof PrintItem.Frame frame) {
      frame(frame);
    } else if (item instanceof PrintItem.Ring ring) {
      ring(ring);
    }
  }

  private void text(PrintItem.Text text) throws IOException {
    PDFont face = text.weight() == PrintItem.Weight.BOLD ? bold : regular;
    double widthMm = 0;
    for (String run : runs(text.text())) {
      widthMm += font(run, face).getStringWidth(run) / 1000 * text.sizePt() / PT_PER_MM;
    }
    double left =
        switch (text.align()) {
          case LEFT -> text.at().x();
          case CENTRE -> text.at().x() - widthMm / 2;
          case RIGHT -> text.at().x() - widthMm;
        };
    page.beginText();
    page.setNonStrokingColor(0f);
    page.newLineAtOffset(x(left), y(text.at().y()));
    for (String run : runs(text.text())) {
      page.setFont(font(run, face), (float) text.sizePt());
      page.showText(run);
    }
    page.endText();
  }

  /** The words in pieces of one font each. */
  private static String[] runs(String words) {
    String sign = Character.toString(TickedBoxFont.TICKED_BOX);
    return words.split("(?<=" + sign + ")|(?=" + sign + ")");
  }

  private PDFont font(String run, PDFont face) {
    return run.codePointAt(0) == TickedBoxFont.TICKED_BOX ? tickedBox : face;
  }

  private void rule(PrintItem.Rule rule) throws IOException {
    page.setStrokingColor(0f);
    page.setLineWidth((float) rule.widthPt());
    moveTo(rule.from());
    page.lineTo(x(rule.to().x()), y(rule.to().y()));
    page.stroke();
  }

  private void moveTo(PointMm point) throws IOException {
    page.moveTo(x(point.x()), y(point.y()));
  }

  private void frame(PrintItem.Frame frame) throws IOException {
    if (frame.shade() > 0) {
      page.setNonStrokingColor((float) (1 - frame.shade()));
      rectangle(frame.area());
      page.fill();
    }
    if (frame.widthPt() > 0) {
      page.setStrokingColor(0f);
      page.setLineWidth((float) frame.widthPt());
      // The area is the outer edge, and a stroke lies half on each side of its path.
      rectangle(frame.area().grow(-frame.widthPt() / PT_PER_MM / 2));
      page.stroke();
    }
  }

  private void ring(PrintItem.Ring ring) throws IOException {
    page.setStrokingColor(0f);
    page.setLineWidth((float) ring.widthPt());
    RectMm path = ring.area().grow(-ring.widthPt() / PT_PER_MM / 2);
    PointMm middle = path.centre();
    double rx = path.w() / 2;
    double ry = path.h() / 2;
    page.moveTo(x(path.right()), y(middle.y()));
    quarter(middle, rx, 0, 0, ry);
    quarter(middle, 0, ry, -rx, 0);
    quarter(middle, -rx, 0, 0, -ry);
    quarter(middle, 0, -ry, rx, 0);
    page.closePath();
    page.stroke();
  }

  /** A quarter of an oval from one of its half axes to the next, each (x, y) from its middle. */
  private void quarter(PointMm middle, double x0, double y0, double x1, double y1)
      throws IOException {
    page.curveTo(
        x(middle.x() + x0 + ARC * x1),
        y(middle.y() + y0 + ARC * y1),
        x(middle.x() + x1 + ARC * x0),
        y(middle.y() + y1 + ARC * y0),
        x(middle.x() + x1),
        y(middle.y() + y1));
  }

  private void rectangle(RectMm area) throws IOException {
    page.addRect(
        x(area.x()),
        y(area.bottom()),
        (float) (area.w() * PT_PER_MM),
        (float) (area.h() * PT_PER_MM));
  }

  private static float x(double mm) {
    return (float) (mm * PT_PER_MM);
  }

  /** PDF counts upwards from the bottom. */
  private float y(double mm) {
    return (float) ((heightMm - mm) * PT_PER_MM);
  }
}
