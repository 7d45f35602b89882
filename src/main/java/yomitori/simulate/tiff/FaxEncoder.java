package yomitori.simulate.tiff;

import java.io.ByteArrayOutputStream;
import yomitori.geometry.GrayImage;

/**
 * Codes the rows of a black-and-white page after ITU-T T.4 and T.6. Everything darker than mid-grey
 * is ink. T.4 rows are each preceded by an end-of-line code that ends on a byte boundary where
 * {@code alignEol} is set; no return-to-control is written, as is the custom in TIFF (RFC 2306).
 */
public final class FaxEncoder {

  private static final int MID_GREY = 128;

  /** T.4's K at fine resolution: at most three rows in a row are coded against the one above. */
  private static final int ROWS_PER_REFERENCE = 4;

  private static final String EOL = "000000000001";
  private static final String PASS = "0001";
  private static final String HORIZONTAL = "001";

  /** Vertical modes for a change 3 px to the left up to 3 px to the right of the one above. */
  private static final String[] VERTICAL = {
    "0000010", "000010", "010", "1", "011", "000011", "0000011"
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private int current;
  private int filled;

  private FaxEncoder() {}

  /** The page's rows as coded bytes, the most significant bit first. */
  public static byte[] encode(GrayImage page, Coding coding, boolean alignEol) {
    FaxEncoder encoder = new FaxEncoder();
    int width = page.width();
    int[] above = {width, width, width};
    for (int y = 0; y < page.height(); y++) {
      int[] changes = changes(page, y);
      switch (coding) {
        case T4_1D -> {
          encoder.endOfLine(alignEol);
          encoder.oneDimensional(changes, width);
        }
        case T4_2D -> {
          encoder.endOfLine(alignEol);
          boolean alone = y % ROWS_PER_REFERENCE == 0;
          encoder.put(alone ? "1" : "0");
          if (alone) {
            encoder.oneDimensional(changes, width);
          } else {
            encoder.twoDimensional(changes, above, width);
          }
        }
        case T6 -> encoder.twoDimensional(changes, above, width);
      }
      above = changes;
    }
    if (coding == Coding.T6) {
      encoder.put(EOL);
      encoder.put(EOL);
    }
    return encoder.finish();
  }

  /** The same bytes with the bits of each turned round: TIFF's FillOrder 2. */
  public static byte[] leastSignificantBitFirst(byte[] coded) {
    byte[] turned = new byte[coded.length];
    for (int i = 0; i < coded.length; i++) {
      turned[i] = (byte) (Integer.reverse(coded[i]) >>> 24);
    }
    return turned;
  }

  /** Where the colour changes along a row that starts white, then the width three times over. */
  private static int[] changes(GrayImage page, int y) {
    int width = page.width();
    byte[] pixels = page.pixels();
    int[] found = new int[width + 3];
    int count = 0;
    boolean black = false;
    for (int x = 0, at = y * width; x < width; x++, at++) {
      boolean ink = (pixels[at] & 0xff) < MID_GREY;
      if (ink != black) {
        found[count++] = x;
        black = ink;
      }
    }
    int[] changes = java.util.Arrays.copyOf(found, count + 3);
    java.util.Arrays.fill(changes, count, count + 3, width);
    return changes;
  }

  private void oneDimensional(int[] changes, int width) {
    boolean black = false;
    int from = 0;
    for (int change : changes) {
      run(black, change - from);
      from = change;
      black = !black;
      if (change == width) {
        return;
      }
    }
  }

  private void twoDimensional(int[] changes, int[] above, int width) {
    int a0 = -1;
    boolean black = false;
    int i = 0;
    while (a0 < width) {
      // a1: next change on this row; b1: first change above to the right of a0, to the other colour
      while (changes[i] <= a0 && changes[i] < width && a0 >= 0) {
        i++;
      }
      int a1 = changes[i];
      int j = black ? 1 : 0;
      while (above[j] <= a0 && above[j] < width) {
        j += 2;
      }
      int b1 = above[j];
      int b2 = j + 1 < above.length ? above[j + 1] : width;
      if (b2 < a1) {
        put(PASS);
        a0 = b2;
      } else if (Math.abs(a1 - b1) <= 3) {
        put(VERTICAL[a1 - b1 + 3]);
        a0 = a1;
        black = !black;
        i++;
      } else {
        int a2 = a1 < width ? changes[i + 1] : width;
        put(HORIZONTAL);
        run(black, a1 - Math.max(a0, 0));
        run(!black, a2 - a1);
        a0 = a2;
        i = Math.min(i + 2, changes.length - 1);
      }
      i = Math.min(i, changes.length - 1);
    }
  }

  private void run(boolean black, int length) {
    int rest = length;
    while (rest >= 64) {
      int makeUp = Math.min(rest / 64 * 64, RunCodes.LONGEST_MAKE_UP);
      put(RunCodes.makeUp(black, makeUp));
      rest -= makeUp;
    }
    put(RunCodes.terminating(black, rest));
  }

  private void endOfLine(boolean align) {
    if (align) {
      while ((filled + EOL.length()) % 8 != 0) {
        put("0");
      }
    }
    put(EOL);
  }

  private void put(String bits) {
    for (int i = 0; i < bits.length(); i++) {
      current = current << 1 | (bits.charAt(i) - '0');
      if (++filled == 8) {
        out.write(current);
        current = 0;
        filled = 0;
      }
    }
  }

  private byte[] finish() {
    while (filled != 0) {
      put("0");
    }
    return out.toByteArray();
  }
}
