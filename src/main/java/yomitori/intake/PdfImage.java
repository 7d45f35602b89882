package yomitori.intake;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Takes an image out of a PDF at its own resolution. CCITT data goes through our own decoder, as
 * PDFBox gives up a damaged page whole; a plain DCT image through {@link JpegPicture}; everything
 * else (JBIG2, Flate and the like) through PDFBox.
 */
final class PdfImage {

  private static final List<String> CCITT = List.of("CCITTFaxDecode", "CCF");

  /** Columns of a CCITT image that does not say (ISO 32000-1, table 11). */
  private static final int DEFAULT_COLUMNS = 1728;

  /** Pixels that PDFBox decodes at a time, as colour takes four times their bytes. */
  private static final int PIXELS_AT_A_TIME = 8_000_000;

  private PdfImage() {}

  static Raster decode(PDImageXObject image) throws IOException, UnreadableException {
    List<COSName> filters = filters(image);
    COSName last = filters.isEmpty() ? null : filters.get(filters.size() - 1);
    if (COSName.CCITTFAX_DECODE.equals(last) || COSName.CCITTFAX_DECODE_ABBREVIATION.equals(last)) {
      return ccitt(image, filters.size() - 1);
    }
    if (filters.equals(List.of(COSName.DCT_DECODE))
        && image.getDecode() == null
        && image.getColorSpace().getNumberOfComponents() != 4) {
      try (InputStream raw = image.getCOSObject().createRawInputStream()) {
        return JpegPicture.decode(raw.readNBytes(IntakeLimits.MAX_JPEG_BYTES)).raster();
      }
    }
    return byPdfBox(image);
  }

  /** The encoded bytes and what changes their meaning. */
  static String hash(PDImageXObject image, String geometry) throws IOException {
    COSDictionary dictionary = image.getCOSObject();
    String meaning =
        String.join(
            " ",
            "pdf",
            geometry,
            String.valueOf(image.getWidth()),
            String.valueOf(image.getHeight()),
            String.valueOf(filters(image)),
            whiteFirst(image.getDecode()) ? "inverted" : "plain",
            parameters(dictionary, 0).map(PdfImage::text).orElse(""));
    try (InputStream raw = image.getCOSObject().createRawInputStream()) {
      return new PageHash(meaning).add(raw).hex();
    }
  }

  private static List<COSName> filters(PDImageXObject image) {
    List<COSName> filters = image.getStream().getFilters();
    return filters == null ? List.of() : filters;
  }

  private static String text(COSDictionary parameters) {
    return parameters.getInt(COSName.K, 0)
        + " "
        + parameters.getInt(COSName.COLUMNS, DEFAULT_COLUMNS)
        + " "
        + parameters.getBoolean(COSName.BLACK_IS_1, false)
        + " "
        + parameters.getBoolean(COSName.ENCODED_BYTE_ALIGN, false);
  }

  private static boolean whiteFirst(COSArray decode) {
    return decode != null
        && decode.size() >= 2
        && decode.getObject(0) instanceof COSNumber zero
        && decode.getObject(1) instanceof COSNumber one
        && zero.floatValue() > one.floatValue();
  }

  private static Optional<COSDictionary> parameters(COSDictionary image, int filter) {
    COSBase found = image.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    if (found instanceof COSArray array) {
      found = filter < array.size() ? array.getObject(filter) : null;
    }
    return found instanceof COSDictionary dictionary ? Optional.of(dictionary) : Optional.empty();
  }

  private static Raster ccitt(PDImageXObject image, int filter)
      throws IOException, UnreadableException {
    COSDictionary parameters =
        parameters(image.getCOSObject(), filter).orElseGet(COSDictionary::new);
    int columns = parameters.getInt(COSName.COLUMNS, DEFAULT_COLUMNS);
    int height = Math.max(image.getHeight(), 0);
    if (height == 0) {
      height = Math.max(parameters.getInt(COSName.ROWS, 0), 0);
    }
    IntakeLimits.checkSize(columns, Math.max(height, 1));
    int k = parameters.getInt(COSName.K, 0);
    FaxCoding.Scheme scheme =
        k < 0
            ? FaxCoding.Scheme.T6
            : k == 0 ? FaxCoding.Scheme.ONE_DIMENSIONAL : FaxCoding.Scheme.TWO_DIMENSIONAL;
    int alignment = parameters.getBoolean(COSName.ENCODED_BYTE_ALIGN, false) ? 8 : 1;
    byte[] data;
    try (InputStream in = image.getStream().createInputStream(CCITT)) {
      data = in.readNBytes(IntakeLimits.MAX_FAX_BYTES);
    }
    int most = height > 0 ? height : IntakeLimits.MAX_PIXELS / columns;
    FaxVariant variant =
        new FaxVariant(new FaxCoding(scheme, alignment), false)
            .checkedOn(data, columns, height, most);
    FaxAssembly page = new FaxAssembly(columns, height);
    FaxDecoder.Rows rows =
        variant.decoder(data, columns).decode(variant.coding(), height, most, page.target(), 0, 0);
    page.add(rows, 0);
    Raster raster = page.finish(rows.ended());
    InkShare.settle(raster, whiteRunsAreInk(image, parameters));
    return raster;
  }

  /** A white run is sample 1, or 0 where BlackIs1; the darker of the two samples is the ink. */
  private static boolean whiteRunsAreInk(PDImageXObject image, COSDictionary parameters)
      throws IOException {
    boolean inverted = whiteFirst(image.getDecode());
    boolean zeroIsDark =
        image.isStencil()
            || luma(image.getColorSpace(), inverted ? 1 : 0)
                <= luma(image.getColorSpace(), inverted ? 0 : 1);
    if (image.isStencil() && inverted) {
      zeroIsDark = false;
    }
    return zeroIsDark == parameters.getBoolean(COSName.BLACK_IS_1, false);
  }

  private static float luma(PDColorSpace space, float sample) throws IOException {
    float[] rgb = space.toRGB(new float[] {sample});
    return rgb[0] + rgb[1] + rgb[2];
  }

  private static Raster byPdfBox(PDImageXObject image) throws IOException, UnreadableException {
    int width = image.getWidth();
    int height = image.getHeight();
    IntakeLimits.checkSize(width, height);
    GrayRows target = new GrayRows(width, height);
    int step = Math.max(1, PIXELS_AT_A_TIME / width);
    for (int top = 0; top < height; top += step) {
      int rows = Math.min(step, height - top);
      BufferedImage band = image.getImage(new Rectangle(0, top, width, rows), 1);
      copy(band, target.pixels(), top * width, width);
    }
    return Raster.whole(target.image(height));
  }

  /** Writes a picture's grey, alpha over white, into a buffer of the given row length. */
  static void copy(BufferedImage from, byte[] to, int at, int rowLength) {
    int columns = Math.min(from.getWidth(), rowLength);
    if (from.getType() == BufferedImage.TYPE_BYTE_GRAY
        && from.getRaster().getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getData().length == from.getWidth() * from.getHeight()) {
      for (int y = 0; y < from.getHeight(); y++) {
        System.arraycopy(buffer.getData(), y * from.getWidth(), to, at + y * rowLength, columns);
      }
      return;
    }
    int[] row = new int[columns];
    for (int y = 0; y < from.getHeight(); y++) {
      from.getRGB(0, y, columns, 1, row, 0, columns);
      for (int x = 0; x < columns; x++) {
        int a = row[x] >>> 24;
        int grey = SampleRows.luma((row[x] >> 16) & 0xff, (row[x] >> 8) & 0xff, row[x] & 0xff);
        to[at + y * rowLength + x] = (byte) (grey * a / 255 + 255 - a);
      }
    }
  }
}
