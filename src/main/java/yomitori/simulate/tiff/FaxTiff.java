package yomitori.simulate.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * Writes fax pages as a TIFF of profile S or F (RFC 3949, RFC 2306): one strip a page, 0 for white,
 * NewSubfileType 2, the page's number, and the receiver's count of bad rows where there were any.
 */
public final class FaxTiff {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  /** Where RFC 3949's T4Options say that end-of-line codes end on a byte boundary. */
  private static final int T4_ALIGNED = 4;

  private static final int T4_TWO_DIMENSIONAL = 1;
  private static final int RATIONAL_SCALE = 100;

  private FaxTiff() {}

  /**
   * One page to write.
   *
   * @param image the rows; everything darker than mid-grey is ink
   * @param resolution the tags' dpi
   * @param coding how rows are coded
   * @param alignEol T.4: whether end-of-line codes end on a byte boundary
   * @param lsbFirst FillOrder 2
   * @param badRows rows that the receiver filled in from the one above, for its BadFaxLines tag
   * @param longestBadRun most of them in a row
   * @param call what the call did to the coded bytes, before the receiver wrote them
   */
  public record TiffPage(
      GrayImage image,
      Resolution resolution,
      Coding coding,
      boolean alignEol,
      boolean lsbFirst,
      int badRows,
      int longestBadRun,
      UnaryOperator<byte[]> call) {}

  /** The whole file's bytes, little-endian. */
  public static byte[] write(List<TiffPage> pages) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<Integer> links = new ArrayList<>();
    file.writeBytes(littleEndian(8).putShort((short) 0x4949).putShort((short) 42).array());
    links.add(4);
    for (int i = 0; i < pages.size(); i++) {
      writePage(file, pages.get(i), i, pages.size(), links);
    }
    byte[] bytes = file.toByteArray();
    ByteBuffer patch = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 1 < links.size(); i += 2) {
      patch.putInt(links.get(i), links.get(i + 1));
    }
    return bytes;
  }

  /** Adds one page; {@code links} collects where each directory's address goes, and the address. */
  private static void writePage(
      ByteArrayOutputStream file, TiffPage page, int number, int count, List<Integer> links) {
    byte[] coded =
        page.call().apply(FaxEncoder.encode(page.image(), page.coding(), page.alignEol()));
    if (page.lsbFirst()) {
      coded = FaxEncoder.leastSignificantBitFirst(coded);
    }
    int dataAt = file.size();
    file.writeBytes(coded);
    pad(file);
    int rationalsAt = file.size();
    file.writeBytes(
        littleEndian(16)
            .putInt((int) Math.round(page.resolution().dpiX() * RATIONAL_SCALE))
            .putInt(RATIONAL_SCALE)
            .putInt((int) Math.round(page.resolution().dpiY() * RATIONAL_SCALE))
            .putInt(RATIONAL_SCALE)
            .array());
    Map<Integer, int[]> tags = tags(page, number, count);
    tags.put(273, new int[] {LONG, 1, dataAt});
    tags.put(279, new int[] {LONG, 1, coded.length});
    tags.put(282, new int[] {RATIONAL, 1, rationalsAt});
    tags.put(283, new int[] {RATIONAL, 1, rationalsAt + 8});
    links.add(file.size());
    byte[] bytes = new byte[2 + 12 * tags.size() + 4];
    ByteBuffer directory =
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort((short) tags.size());
    tags.forEach(
        (tag, value) ->
            directory
                .putShort((short) (int) tag)
                .putShort((short) value[0])
                .putInt(value[1])
                .putInt(value[2]));
    links.add(file.size() + 2 + 12 * tags.size());
    file.writeBytes(bytes);
    pad(file);
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
    tags.put(278, new int[] {LONG, 1, page.image().height()});
    if (page.coding() == Coding.T6) {
      tags.put(293, new int[] {LONG, 1, 0});
    } else {
      int options = page.coding() == Coding.T4_2D ? T4_TWO_DIMENSIONAL : 0;
      tags.put(292, new int[] {LONG, 1, options + (page.alignEol() ? T4_ALIGNED : 0)});
    }
    tags.put(296, new int[] {SHORT, 1, 2});
    tags.put(297, new int[] {SHORT, 2, number | count << 16});
    if (page.badRows() > 0) {
      tags.put(326, new int[] {LONG, 1, page.badRows()});
      tags.put(327, new int[] {SHORT, 1, 1});
      tags.put(328, new int[] {LONG, 1, page.longestBadRun()});
    }
    return tags;
  }

  private static void pad(ByteArrayOutputStream file) {
    if (file.size() % 2 == 1) {
      file.write(0);
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
