package yomitori.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * Undoes TIFF's LZW (TIFF 6.0 section 13: most significant bit first, codes widen one entry early).
 * Ends at the end code, at the data's end or at a code that cannot be.
 */
final class LzwInputStream extends InputStream {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MIN_BITS = 9;
  private static final int MAX_BITS = 12;
  private static final int SIZE = 1 << MAX_BITS;

  private final InputStream in;
  private final short[] prefix = new short[SIZE];
  private final byte[] suffix = new byte[SIZE];
  private final byte[] pending = new byte[SIZE];
  private int pendingCount;
  private int next = FIRST;
  private int bits = MIN_BITS;
  private int previous = -1;
  private int first;
  private int buffer;
  private int buffered;
  private boolean ended;

  LzwInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    while (pendingCount == 0) {
      if (ended || !readCode()) {
        ended = true;
        return -1;
      }
    }
    return pending[--pendingCount] & 0xff;
  }

  /** Takes one code and leaves its string in {@code pending}, last byte first. */
  private boolean readCode() throws IOException {
    int code = nextCode();
    if (code == CLEAR) {
      next = FIRST;
      bits = MIN_BITS;
      previous = -1;
      return true;
    }
    if (code < 0 || code == END || code > next || (code == next && previous < 0)) {
      return false;
    }
    int at = code;
    if (code == next) {
      pending[pendingCount++] = (byte) first;
      at = previous;
    }
    while (at >= FIRST) {
      pending[pendingCount++] = suffix[at];
      at = prefix[at];
    }
    first = at;
    pending[pendingCount++] = (byte) at;
    if (previous >= 0 && next < SIZE) {
      prefix[next] = (short) previous;
      suffix[next++] = (byte) first;
    }
    if (next + 1 >= 1 << bits && bits < MAX_BITS) {
      bits++;
    }
    previous = code;
    return true;
  }

  private int nextCode() throws IOException {
    while (buffered < bits) {
      int b = in.read();
      if (b < 0) {
        return -1;
      }
      buffer = buffer << 8 | b;
      buffered += 8;
    }
    buffered -= bits;
    return (buffer >>> buffered) & ((1 << bits) - 1);
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
