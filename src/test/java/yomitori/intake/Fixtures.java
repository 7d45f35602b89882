package yomitori.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import yomitori.geometry.GrayImage;

/** The files of testdata/intake and ways to damage them. */
final class Fixtures {

  private static final Path DIR = Path.of("testdata", "intake");

  private Fixtures() {}

  static Path path(String name) {
    return DIR.resolve(name);
  }

  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  static Path write(Path dir, String name, byte[] bytes) throws IOException {
    return Files.write(dir.resolve(name), bytes);
  }

  /** The first page's outcome. */
  static IntakeOutcome outcome(Path file) {
    try (FaxDocument document = Intake.open(file, "fixture")) {
      return document.page(1);
    }
  }

  /** The first page, which must decode. */
  static Page page(Path file) {
    if (outcome(file) instanceof IntakeOutcome.Decoded decoded) {
      return decoded.page();
    }
    throw new AssertionError(file + ": " + outcome(file));
  }

  static FailureReason failure(Path file) {
    if (outcome(file) instanceof IntakeOutcome.Failed failed) {
      return failed.reason();
    }
    throw new AssertionError(file + " was decoded");
  }

  /** The first page of a fixture as the JDK decodes it. */
  static GrayImage byJdk(String name) throws IOException {
    BufferedImage image = ImageIO.read(path(name).toFile());
    // The JDK takes grey samples for linear light when asked for sRGB.
    boolean stored = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    GrayImage grey = GrayImage.white(image.getWidth(), image.getHeight());
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        grey.set(x, y, stored ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y) & 0xff);
      }
    }
    return grey;
  }

  /** Rows in which two rasters of the same width differ, missing ones included. */
  static List<Integer> differentRows(GrayImage a, GrayImage b) {
    BitSet rows = new BitSet();
    for (int y = 0; y < Math.max(a.height(), b.height()); y++) {
      rows.set(y, y >= Math.min(a.height(), b.height()) || differ(a, b, y));
    }
    return rows.stream().boxed().toList();
  }

  private static boolean differ(GrayImage a, GrayImage b, int y) {
    for (int x = 0; x < a.width(); x++) {
      if (a.get(x, y) != b.get(x, y)) {
        return true;
      }
    }
    return false;
  }

  /** Where the first value of a tag of the first directory stands in the file, or its pointer. */
  static int valueAt(byte[] tiff, int tag) {
    ByteBuffer buffer = buffer(tiff);
    int directory = buffer.getInt(4);
    for (int i = 0; i < buffer.getShort(directory); i++) {
      int entry = directory + 2 + i * 12;
      if (Short.toUnsignedInt(buffer.getShort(entry)) == tag) {
        return entry + 8;
      }
    }
    throw new AssertionError("no tag " + tag);
  }

  /** Makes the first directory's tag say {@code value}, as a LONG. */
  static void lie(byte[] tiff, int tag, int value) {
    int at = valueAt(tiff, tag);
    buffer(tiff).putShort(at - 6, (short) 4).putInt(at - 4, 1).putInt(at, value);
  }

  /** Takes a tag out of the first directory by giving it an unknown number. */
  static void drop(byte[] tiff, int tag) {
    rename(tiff, tag, 65000);
  }

  /** Gives the first directory's tag another number. */
  static void rename(byte[] tiff, int tag, int other) {
    buffer(tiff).putShort(valueAt(tiff, tag) - 8, (short) other);
  }

  static int directoryAt(byte[] tiff) {
    return buffer(tiff).getInt(4);
  }

  /** Makes the first directory name another as the next. */
  static void linkDirectory(byte[] tiff, int next) {
    ByteBuffer buffer = buffer(tiff);
    int at = directoryAt(tiff);
    buffer.putInt(at + 2 + 12 * buffer.getShort(at), next);
  }

  /** Where the data of a fixture with one strip begins. */
  static int stripAt(byte[] tiff) {
    return buffer(tiff).getInt(valueAt(tiff, TiffDirectory.STRIP_OFFSETS));
  }

  static int stripLength(byte[] tiff) {
    return buffer(tiff).getInt(valueAt(tiff, TiffDirectory.STRIP_BYTE_COUNTS));
  }

  private static ByteBuffer buffer(byte[] tiff) {
    return ByteBuffer.wrap(tiff)
        .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }
}
