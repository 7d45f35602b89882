package yomitori.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One image file directory of a classic TIFF 6.0 file, read tolerantly: entries that point beyond
 * the file's end are absent, counts are cut to what the file can hold.
 */
final class TiffDirectory {

  static final int NEW_SUBFILE_TYPE = 254;
  static final int IMAGE_WIDTH = 256;
  static final int IMAGE_LENGTH = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int FILL_ORDER = 266;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTE_COUNTS = 279;
  static final int X_RESOLUTION = 282;
  static final int Y_RESOLUTION = 283;
  static final int PLANAR_CONFIGURATION = 284;
  static final int T4_OPTIONS = 292;
  static final int RESOLUTION_UNIT = 296;
  static final int PREDICTOR = 317;
  static final int COLOR_MAP = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_LENGTH = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTE_COUNTS = 325;
  static final int BAD_FAX_LINES = 326;
  static final int CLEAN_FAX_DATA = 327;
  static final int CONSECUTIVE_BAD_FAX_LINES = 328;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;
  static final int JPEG_TABLES = 347;

  /** Entries of one directory that are looked at: TIFF 6.0 and its fax extensions define 100. */
  private static final int MAX_ENTRIES = 1000;

  /**
   * Values of one entry that are read: more strips than the longest page has rows make no sense.
   */
  private static final int MAX_VALUES = 1 << 17;

  private static final int ENTRY_BYTES = 12;

  /** In place of the next directory's offset where the file ends before it. */
  private static final long CUT = -1;

  /** Bytes of one value for each field type from 1; 0 where the type is unknown. */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private static final int SHORT = 3;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int FLOAT = 11;
  private static final int DOUBLE = 12;

  private final FileBytes file;
  private final ByteOrder order;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final long offset;
  private final long next;

  private record Entry(int type, long count, long valueAt) {}

  private TiffDirectory(FileBytes file, ByteOrder order, long offset) throws IOException {
    this.file = file;
    this.order = order;
    this.offset = offset;
    ByteBuffer head = buffer(offset, 2);
    int claimed = head.remaining() < 2 ? 0 : Short.toUnsignedInt(head.getShort());
    int count = Math.min(claimed, MAX_ENTRIES);
    ByteBuffer table = buffer(offset + 2, count * ENTRY_BYTES);
    for (int i = 0; i < count && table.remaining() >= ENTRY_BYTES; i++) {
      int tag = Short.toUnsignedInt(table.getShort());
      int type = Short.toUnsignedInt(table.getShort());
      long values = Integer.toUnsignedLong(table.getInt());
      long pointer = Integer.toUnsignedLong(table.getInt());
      int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
      long inline = offset + 2 + (long) i * ENTRY_BYTES + 8;
      if (bytes > 0 && values > 0) {
        entries.putIfAbsent(tag, new Entry(type, values, values * bytes <= 4 ? inline : pointer));
      }
    }
    ByteBuffer link = buffer(offset + 2 + (long) claimed * ENTRY_BYTES, 4);
    next = link.remaining() < 4 ? CUT : Integer.toUnsignedLong(link.getInt());
  }

  /** Whether a file begins like a classic TIFF. */
  static boolean matches(byte[] head) {
    return head.length >= 8
        && ((head[0] == 'I' && head[1] == 'I' && head[2] == 42 && head[3] == 0)
            || (head[0] == 'M' && head[1] == 'M' && head[2] == 0 && head[3] == 42));
  }

  /** Whether a file begins like a BigTIFF, which scanners do not write for pages. */
  static boolean matchesBig(byte[] head) {
    return head.length >= 8
        && ((head[0] == 'I' && head[1] == 'I' && head[2] == 43 && head[3] == 0)
            || (head[0] == 'M' && head[1] == 'M' && head[2] == 0 && head[3] == 43));
  }

  /**
   * The directories of a file in the order of their chain.
   *
   * @param directories those that were reached, with or without an image
   * @param brokenEnd why the pages after them cannot be reached; empty where the chain ends as it
   *     should
   */
  record Chain(List<TiffDirectory> directories, Optional<UnreadableException> brokenEnd) {}

  /** Follows the chain of directories to its end, or to where it cannot be followed further. */
  static Chain readAll(FileBytes file) throws IOException {
    byte[] head = file.read(0, 8);
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long at = firstOffset(head);
    List<TiffDirectory> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    while (at != 0) {
      if (found.size() == IntakeLimits.MAX_PAGES) {
        return broken(found, FailureReason.TOO_LARGE, IntakeLimits.BEYOND_PAGES);
      }
      if (at == CUT || at >= file.size()) {
        return broken(found, FailureReason.CORRUPT, "the file ends before its next page");
      }
      if (!seen.add(at)) {
        return broken(
            found, FailureReason.CORRUPT, "the link to the next page leads back to an earlier one");
      }
      TiffDirectory directory = new TiffDirectory(file, order, at);
      if (at < 8 || directory.entries.isEmpty()) {
        return broken(
            found, FailureReason.CORRUPT, "the link to the next page leads to something else");
      }
      found.add(directory);
      at = directory.next;
    }
    return new Chain(List.copyOf(found), Optional.empty());
  }

  private static Chain broken(List<TiffDirectory> found, FailureReason reason, String detail) {
    return new Chain(List.copyOf(found), Optional.of(new UnreadableException(reason, detail)));
  }

  /** Where the first directory of a file with this head should be. */
  static long firstOffset(byte[] head) {
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return Integer.toUnsignedLong(ByteBuffer.wrap(head).order(order).getInt(4));
  }

  /** Whether the directory describes a picture. */
  boolean hasImage() {
    return has(STRIP_OFFSETS) || has(TILE_OFFSETS);
  }

  /** Whether the file ends inside this directory. */
  boolean isCut() {
    return next == CUT;
  }

  /** Where this directory begins in the file. */
  long offset() {
    return offset;
  }

  /** The byte order of the file's numbers, 16-bit samples included. */
  ByteOrder order() {
    return order;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** The first value of a tag as a whole number, or {@code absent}. */
  long number(int tag, long absent) throws IOException {
    long[] values = numbers(tag);
    return values.length == 0 ? absent : values[0];
  }

  /** All values of a tag as whole numbers, as far as the file holds them. */
  long[] numbers(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new long[0];
    }
    ByteBuffer values = values(entry);
    int bytes = TYPE_BYTES[entry.type()];
    long[] numbers = new long[values.remaining() / bytes];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (entry.type()) {
            case SHORT -> Short.toUnsignedLong(values.getShort());
            case RATIONAL, SIGNED_RATIONAL, FLOAT, DOUBLE -> (long) real(entry.type(), values);
            default ->
                switch (bytes) {
                  case 1 -> values.get() & 0xffL;
                  case 2 -> values.getShort();
                  default -> Integer.toUnsignedLong(values.getInt());
                };
          };
    }
    return numbers;
  }

  /** The first value of a tag as a real number; 0 where it is absent or not finite. */
  double real(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return 0;
    }
    ByteBuffer values = values(entry);
    if (values.remaining() < TYPE_BYTES[entry.type()]) {
      return 0;
    }
    return switch (entry.type()) {
      case RATIONAL, SIGNED_RATIONAL, FLOAT, DOUBLE -> real(entry.type(), values);
      default -> number(tag, 0);
    };
  }

  /** The bytes of a tag, at most {@code most}. */
  byte[] bytes(int tag, int most) throws IOException {
    Entry entry = entries.get(tag);
    return entry == null
        ? new byte[0]
        : file.read(entry.valueAt(), (int) Math.min(most, entry.count()));
  }

  private static double real(int type, ByteBuffer values) {
    double value =
        switch (type) {
          case FLOAT -> values.getFloat();
          case DOUBLE -> values.getDouble();
          case RATIONAL ->
              (double) Integer.toUnsignedLong(values.getInt())
                  / Integer.toUnsignedLong(values.getInt());
          default -> (double) values.getInt() / values.getInt();
        };
    return Double.isFinite(value) ? value : 0;
  }

  private ByteBuffer values(Entry entry) throws IOException {
    long bytes = TYPE_BYTES[entry.type()] * Math.min(entry.count(), MAX_VALUES);
    return buffer(entry.valueAt(), (int) bytes);
  }

  private ByteBuffer buffer(long at, int length) throws IOException {
    return ByteBuffer.wrap(file.read(at, length)).order(order);
  }
}
