package yomitori.simulate.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * Writes fax pages as a TIFF of profile S or F (RFC 3949, RFC 2306): 0 for white, NewSubfileType 2,
 * the page's number, and where asked for the receiver's count of bad rows.
 */
public final class FaxTiff {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  /** Where RFC 3949's T4Options say that end-of-line codes end on a byte boundary. */
  private static final int T4_ALIGNED = 4;

  private static final int T4_TWO_DIMENSIONAL = 1;
  private static final int RATIONAL_SCALE = 100;

  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int X_RESOLUTION = 282;
  private static final int Y_RESOLUTION = 283;
  private static final int RESOLUTION_UNIT = 296;
  private static final int INCH = 2;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** In pairs: where a directory's address goes, and the address. */
  private final List<Integer> links = new ArrayList<>();

  private final ByteOrder order;

  private FaxTiff(ByteOrder order) {
    this.order = order;
  }

  /**
   * What the receiver says about bad rows (RFC 2306).
   *
   * @param told whether the three tags are written
   * @param count BadFaxLines
   * @param longestRun ConsecutiveBadFaxLines
   * @param remain whether bad rows were left as they came (CleanFaxData 2) instead of filled in (1)
   */
  public record BadRowTags(boolean told, int count, int longestRun, boolean remain) {

    /** Nothing is said. */
    public static final BadRowTags NONE = new BadRowTags(false, 0, 0, false);
  }

  /**
   * How a page is laid out in the file.
   *
   * @param rowsPerStrip rows that are coded by themselves; 0 for the whole page in one strip
   * @param bigEndian byte order; that of the first page is the file's
   * @param resolutionTold whether the resolution tags are written
   * @param badRows what is said about bad rows
   */
  public record Layout(
      int rowsPerStrip, boolean bigEndian, boolean resolutionTold, BadRowTags badRows) {

    /** One strip, little-endian, nothing said about bad rows. */
    public static final Layout PLAIN = new Layout(0, false, true, BadRowTags.NONE);
  }

  /**
   * One page to write.
   *
   * @param image the rows; everything darker than mid-grey is ink
   * @param resolution the tags' dpi
   * @param coding how rows are coded
   * @param alignEol T.4: whether end-of-line codes end on a byte boundary
   * @param lsbFirst FillOrder 2
   * @param layout the file around the rows
   * @param call what the call did to the coded bytes, before the receiver wrote them; with several
   *     strips, to each
   */
  public record TiffPage(
      GrayImage image,
      Resolution resolution,
      Coding coding,
      boolean alignEol,
      boolean lsbFirst,
      Layout layout,
      UnaryOperator<byte[]> call) {}

  /** The whole file's bytes. */
  public static byte[] write(List<TiffPage> pages) {
    boolean bigEndian = pages.get(0).layout().bigEndian();
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    FaxTiff tiff = new FaxTiff(order);
    tiff.file.writeBytes(
        tiff.buffer(8)
            .putShort((short) (bigEndian ? 0x4d4d : 0x4949))
            .putShort((short) 42)
            .array());
    tiff.links.add(4);
    for (int i = 0; i < pages.size(); i++) {
      tiff.writePage(pages.get(i), i, pages.size());
    }
    byte[] bytes = tiff.file.toByteArray();
    ByteBuffer patch = ByteBuffer.wrap(bytes).order(order);
    for (int i = 0; i + 1 < tiff.links.size(); i += 2) {
      patch.putInt(tiff.links.get(i), tiff.links.get(i + 1));
    }
    return bytes;
  }

  private void writePage(TiffPage page, int number, int count) {
    List<Integer> offsets = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (GrayImage strip : strips(page)) {
      byte[] coded = page.call().apply(FaxEncoder.encode(strip, page.coding(), page.alignEol()));
      offsets.add(file.size());
      sizes.add(coded.length);
      file.writeBytes(page.lsbFirst() ? FaxEncoder.leastSignificantBitFirst(coded) : coded);
      pad();
    }
    Map<Integer, int[]> tags = tags(page, number, count);
    tags.put(STRIP_OFFSETS, longs(offsets));
    tags.put(STRIP_BYTE_COUNTS, longs(sizes));
    if (page.layout().resolutionTold()) {
      tags.put(X_RESOLUTION, rational(page.resolution().dpiX()));
      tags.put(Y_RESOLUTION, rational(page.resolution().dpiY()));
      tags.put(RESOLUTION_UNIT, new int[] {SHORT, 1, INCH});
    }
    links.add(file.size());
    byte[] bytes = new byte[2 + 12 * tags.size() + 4];
    ByteBuffer directory = ByteBuffer.wrap(bytes).order(order).putShort((short) tags.size());
    tags.forEach((tag, value) -> put(directory, tag, value));
    links.add(file.size() + 2 + 12 * tags.size());
    file.writeBytes(bytes);
    pad();
  }

  /** Values of two bytes lie at the front of a directory entry's four, in either byte order. */
  private static void put(ByteBuffer directory, int tag, int[] value) {
    directory.putShort((short) tag).putShort((short) value[0]).putInt(value[1]);
    if (value[0] == SHORT) {
      directory.putShort((short) value[2]).putShort((short) (value[1] == 2 ? value[3] : 0));
    } else {
      directory.putInt(value[2]);
    }
  }

  private static List<GrayImage> strips(TiffPage page) {
    GrayImage image = page.image();
    int rows = page.layout().rowsPerStrip();
    if (rows == 0) {
      return List.of(image);
    }
    List<GrayImage> strips = new ArrayList<>();
    int width = image.width();
    for (int from = 0; from < image.height(); from += rows) {
      int to = Math.min(image.height(), from + rows);
      byte[] pixels = Arrays.copyOfRange(image.pixels(), from * width, to * width);
      strips.add(new GrayImage(width, to - from, pixels));
    }
    return strips;
  }

  /** A tag's value, or where there are several the address of those, which are written here. */
  private int[] longs(List<Integer> values) {
    if (values.size() == 1) {
      return new int[] {LONG, 1, values.get(0)};
    }
    int at = file.size();
    byte[] bytes = new byte[4 * values.size()];
    ByteBuffer array = ByteBuffer.wrap(bytes).order(order);
    values.forEach(array::putInt);
    file.writeBytes(bytes);
    return new int[] {LONG, values.size(), at};
  }

  private int[] rational(double value) {
    int at = file.size();
    file.writeBytes(
        buffer(8).putInt((int) Math.round(value * RATIONAL_SCALE)).putInt(RATIONAL_SCALE).array());
    return new int[] {RATIONAL, 1, at};
  }

  private static Map<Integer, int[]> tags(TiffPage page, int number, int count) {
    Map<Integer, int[]> tags = new TreeMap<>();
    tags.put(254, new int[] {LONG, 1, 2});
    tags.put(256, new int[] {LONG, 1, page.image().width()});
    tags.put(257, new int[] {LONG, 1, page.image().height()});
    tags.put(258, new int[] {SHORT, 1, 1});
    tags.put(259, new int[] {SHORT, 1, page.coding() == Coding.T6 ? 4 : 3});
    tags.put(262, new int[] {SHORT, 1, 0});
    tags.put(266, new int[] {SHORT, 1, page.lsbFirst() ? 2 : 1});
    tags.put(277, new int[] {SHORT, 1, 1});
    int rows = page.layout().rowsPerStrip();
    tags.put(278, new int[] {LONG, 1, rows == 0 ? page.image().height() : rows});
    if (page.coding() == Coding.T6) {
      tags.put(293, new int[] {LONG, 1, 0});
    } else {
      int options = page.coding() == Coding.T4_2D ? T4_TWO_DIMENSIONAL : 0;
      tags.put(292, new int[] {LONG, 1, options + (page.alignEol() ? T4_ALIGNED : 0)});
    }
    tags.put(297, new int[] {SHORT, 2, number, count});
    BadRowTags badRows = page.layout().badRows();
    if (badRows.told()) {
      tags.put(326, new int[] {LONG, 1, badRows.count()});
      tags.put(327, new int[] {SHORT, 1, badRows.count() == 0 ? 0 : badRows.remain() ? 2 : 1});
      tags.put(328, new int[] {LONG, 1, badRows.longestRun()});
    }
    return tags;
  }

  private void pad() {
    if (file.size() % 2 == 1) {
      file.write(0);
    }
  }

  private ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(order);
  }
}
