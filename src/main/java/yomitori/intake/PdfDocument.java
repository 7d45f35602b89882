package yomitori.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * The pages of a PDF. A page that is one scanned picture gives that picture at its own resolution,
 * laid the way a viewer shows the page; any other page is drawn at {@value #RENDER_DPI} dpi.
 */
final class PdfDocument implements FaxDocument {

  /** The resolution of a fine fax, the best that most senders have. */
  static final int RENDER_DPI = 200;

  private static final int POINTS_PER_INCH = 72;

  private static final String TOO_MUCH_MEMORY = "the PDF needs more memory than there is";

  private final FileBytes file;
  private final String source;
  private final PDDocument pdf;
  private final List<PDPage> pages;
  private final Optional<UnreadableException> lost;
  private String fileHash;

  private PdfDocument(
      FileBytes file,
      String source,
      PDDocument pdf,
      List<PDPage> pages,
      Optional<UnreadableException> lost) {
    this.file = file;
    this.source = source;
    this.pdf = pdf;
    this.pages = pages;
    this.lost = lost;
  }

  /** Whether the head of a file holds a PDF's mark: within 1024 bytes, as readers accept it. */
  static boolean matches(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
  }

  /** Reads the structure of a PDF; the document owns the file from here on. */
  static PdfDocument open(FileBytes file, Path path, String source) throws UnreadableException {
    PDDocument pdf = null;
    try {
      pdf = Loader.loadPDF(path.toFile(), IOUtils.createTempFileOnlyStreamCache());
      List<PDPage> pages = new ArrayList<>();
      Iterator<PDPage> all = pdf.getPages().iterator();
      while (all.hasNext() && pages.size() < IntakeLimits.MAX_PAGES) {
        pages.add(all.next());
      }
      if (pages.isEmpty()) {
        throw new UnreadableException(FailureReason.CORRUPT, "PDF without a page");
      }
      PdfDocument document =
          new PdfDocument(
              file, source, pdf, pages, lost(pages.size(), all.hasNext(), pdf.getNumberOfPages()));
      pdf = null;
      return document;
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(FailureReason.ENCRYPTED, "PDF");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableException(FailureReason.CORRUPT, "the structure of the PDF is broken");
    } catch (OutOfMemoryError e) {
      throw new UnreadableException(FailureReason.TOO_LARGE, TOO_MUCH_MEMORY);
    } finally {
      IOUtils.closeQuietly(pdf);
    }
  }

  /** Why pages after those found cannot be given, if there are any. */
  private static Optional<UnreadableException> lost(int found, boolean more, int promised) {
    if (more) {
      return Optional.of(
          new UnreadableException(FailureReason.TOO_LARGE, IntakeLimits.BEYOND_PAGES));
    }
    return promised <= found
        ? Optional.empty()
        : Optional.of(
            new UnreadableException(
                FailureReason.CORRUPT,
                "the PDF promises " + promised + " pages, " + found + " are there"));
  }

  /** The pages found, and one more for all that are promised beyond them. */
  @Override
  public int pageCount() {
    return pages.size() + (lost.isPresent() ? 1 : 0);
  }

  @Override
  public IntakeOutcome page(int number) {
    try {
      if (number > pages.size() && lost.isPresent()) {
        throw lost.get();
      }
      return new IntakeOutcome.Decoded(decode(number));
    } catch (UnreadableException e) {
      return e.outcome(source, number);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new IntakeOutcome.Failed(
          source, number, FailureReason.CORRUPT, "the page of the PDF is broken");
    } catch (OutOfMemoryError e) {
      // PDFBox unpacks streams into memory, however little data they come from.
      return new IntakeOutcome.Failed(source, number, FailureReason.TOO_LARGE, TOO_MUCH_MEMORY);
    }
  }

  private Page decode(int number) throws IOException, UnreadableException {
    PDPage page = pages.get(number - 1);
    Optional<PdfPageContent.Placed> image = PdfPageContent.onlyImage(page);
    return image.isPresent() ? embedded(number, page, image.get()) : rendered(number, page);
  }

  private Page embedded(int number, PDPage page, PdfPageContent.Placed placed)
      throws IOException, UnreadableException {
    Raster raster = PdfImage.decode(placed.image());
    Matrix at = placed.at();
    double unit = page.getUserUnit() / POINTS_PER_INCH;
    double across = Math.hypot(at.getScaleX(), at.getShearY()) * unit;
    double down = Math.hypot(at.getShearX(), at.getScaleY()) * unit;
    Resolution resolution =
        ResolutionRule.decide(
            raster.image().width(),
            raster.image().height(),
            raster.image().width() / across,
            raster.image().height() / down);
    Turn turn = turn(at, page.getRotation());
    Raster turned = turn.apply(raster);
    String geometry = String.format(Locale.ROOT, "%.3f %.3f %s", across, down, turn);
    return new Page(
        source,
        number,
        PdfImage.hash(placed.image(), geometry),
        turned.image(),
        turn.apply(resolution),
        turned.damage());
  }

  /** How a viewer lays down an image whose unit square has this place, on a page so rotated. */
  private static Turn turn(Matrix at, int rotation) {
    // Where the image's right and its bottom point to as seen, x to the right and y downwards.
    double rightX = at.getScaleX();
    double rightY = -at.getShearY();
    double downX = -at.getShearX();
    double downY = at.getScaleY();
    for (int i = 0; i < Math.floorMod(rotation / 90, 4); i++) {
      double x = rightX;
      rightX = -rightY;
      rightY = x;
      x = downX;
      downX = -downY;
      downY = x;
    }
    boolean swap = Math.abs(rightY) > Math.abs(rightX);
    return swap ? new Turn(true, rightY < 0, downX < 0) : new Turn(false, rightX < 0, downY < 0);
  }

  private Page rendered(int number, PDPage page) throws IOException, UnreadableException {
    PDRectangle box = page.getCropBox();
    double scale = (double) RENDER_DPI / POINTS_PER_INCH;
    IntakeLimits.checkSize(
        Math.max(1, Math.round(box.getWidth() * scale)),
        Math.max(1, Math.round(box.getHeight() * scale)));
    if (pdf.getPage(number - 1).getCOSObject() != page.getCOSObject()) {
      throw new UnreadableException(FailureReason.CORRUPT, "the PDF's page counts are wrong");
    }
    BufferedImage drawn =
        new PDFRenderer(pdf).renderImageWithDPI(number - 1, RENDER_DPI, ImageType.GRAY);
    byte[] pixels = new byte[drawn.getWidth() * drawn.getHeight()];
    PdfImage.copy(drawn, pixels, 0, drawn.getWidth());
    GrayImage image = new GrayImage(drawn.getWidth(), drawn.getHeight(), pixels);
    if (fileHash == null) {
      fileHash = new PageHash("file").add(file, 0, file.size()).hex();
    }
    return new Page(
        source,
        number,
        new PageHash("rendered " + RENDER_DPI + " " + number + " " + fileHash).hex(),
        image,
        new Resolution(RENDER_DPI, RENDER_DPI),
        Page.RowDamage.none(image.height()));
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(pdf);
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
