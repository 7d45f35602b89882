package yomitori.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Data whose bytes hold their first pixel in the least significant bit (FillOrder 2). */
final class Bits {

  private static final byte[] REVERSED = new byte[256];

  static {
    for (int i = 0; i < REVERSED.length; i++) {
      REVERSED[i] = (byte) (Integer.reverse(i) >>> 24);
    }
  }

  private Bits() {}

  /** A copy with the bits of every byte in the other order. */
  static byte[] reversed(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = REVERSED[bytes[i] & 0xff];
    }
    return out;
  }

  /** The same for a stream. */
  static InputStream reversed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        return b < 0 ? b : REVERSED[b] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        for (int i = offset; i < offset + n; i++) {
          bytes[i] = REVERSED[bytes[i] & 0xff];
        }
        return n;
      }
    };
  }
}
