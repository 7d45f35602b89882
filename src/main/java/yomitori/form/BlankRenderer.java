package yomitori.form;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import yomitori.geometry.GrayImage;

/**
 * The picture of a form's blank, square pixels, whole sheet: from its PDF, or, for a form that was
 * not drawn here, from a scan of it as PNG or TIFF that shows exactly the sheet.
 */
public final class BlankRenderer {

  /** A4 at 600 dpi has 35 million; a scan of more would not fit a small heap. */
  private static final long MAX_SCAN_PIXELS = 40_000_000;

  private static final double MIN_DENSITY = 0.1;
  private static final double MAX_DENSITY = 50;

  private BlankRenderer() {}

  /**
   * Renders the blank, anti-aliased.
   *
   * @param formFolder the folder that holds {@link Form#blank()}
   * @param pxPerMm density of the picture, 0.1 to 50
   * @return a picture of the sheet's size times {@code pxPerMm}, rounded to whole pixels
   * @throws IOException if the file is missing or cannot be decoded; the message names it
   */
  public static GrayImage render(Form form, Path formFolder, double pxPerMm) throws IOException {
    if (!(pxPerMm >= MIN_DENSITY && pxPerMm <= MAX_DENSITY)) {
      throw new IllegalArgumentException("density in px per mm, 0.1 to 50: " + pxPerMm);
    }
    int width = (int) Math.round(form.widthMm() * pxPerMm);
    int height = (int) Math.round(form.heightMm() * pxPerMm);
    File file = formFolder.resolve(form.blank()).toFile();
    if (!file.isFile()) {
      throw new IOException(file + ": no blank here; draw it with: form draw " + form.id());
    }
    boolean pdf = form.blank().toLowerCase(Locale.ROOT).endsWith(".pdf");
    return pdf ? page(file, width, height) : scan(file, width, height);
  }

  private static GrayImage page(File file, int width, int height) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDRectangle sheet = document.getPage(0).getCropBox();
      BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = canvas.createGraphics();
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, width, height);
      new PDFRenderer(document)
          .renderPageToGraphics(0, graphics, width / sheet.getWidth(), height / sheet.getHeight());
      graphics.dispose();
      return gray(canvas);
    }
  }

  private static GrayImage scan(File file, int width, int height) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException(file + ": neither PNG nor TIFF");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_SCAN_PIXELS) {
          throw new IOException(file + ": more than " + MAX_SCAN_PIXELS + " pixels");
        }
        return AreaScaling.scale(gray(reader.read(0)), width, height);
      } finally {
        reader.dispose();
      }
    }
  }

  private static GrayImage gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) luma(row[x]);
      }
    }
    return new GrayImage(width, height, pixels);
  }

  /** ITU-R BT.601, in 256ths, over white paper where the picture is see-through. */
  private static int luma(int argb) {
    int alpha = argb >>> 24;
    int luma =
        (77 * (argb >> 16 & 0xff) + 150 * (argb >> 8 & 0xff) + 29 * (argb & 0xff) + 128) >> 8;
    return (luma * alpha + GrayImage.WHITE * (255 - alpha) + 127) / 255;
  }
}
