package yomitori.intake;

import java.io.IOException;
import java.io.InputStream;

/** Undoes PackBits (TIFF 6.0 section 9). Ends where the packed data ends. */
final class PackBitsInputStream extends InputStream {

  /** The header byte that stands for nothing. */
  private static final int NO_OPERATION = -128;

  private final InputStream in;
  private int literal;
  private int repeat;
  private int repeated;

  PackBitsInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    while (literal == 0 && repeat == 0) {
      int header = in.read();
      if (header < 0) {
        return -1;
      }
      byte signed = (byte) header;
      if (signed >= 0) {
        literal = signed + 1;
      } else if (signed != NO_OPERATION) {
        repeat = 1 - signed;
        repeated = in.read();
      }
    }
    if (literal > 0) {
      literal--;
      return in.read();
    }
    repeat--;
    return repeated;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = 0;
    for (int b = 0; n < length && (b = read()) >= 0; n++) {
      bytes[offset + n] = (byte) b;
    }
    return n == 0 && length > 0 ? -1 : n;
  }
}
