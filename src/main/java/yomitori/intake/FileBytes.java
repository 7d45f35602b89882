package yomitori.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file that is read in ranges, never as a whole. Ranges beyond its end come shorter. */
final class FileBytes implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final FileChannel channel;
  private final long size;

  FileBytes(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      size = channel.size();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  long size() {
    return size;
  }

  /** How many bytes of a range lie inside the file. */
  long available(long offset, long length) {
    return offset < 0 || offset >= size ? 0 : Math.max(0, Math.min(length, size - offset));
  }

  /** The bytes of a range, fewer where the file ends before. */
  byte[] read(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) available(offset, length));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.array();
  }

  /** A stream over a range; closing it leaves the file open. */
  InputStream stream(long offset, long length) {
    return new InputStream() {
      private long at = offset;
      private long left = FileBytes.this.available(offset, length);
      private byte[] block = new byte[0];
      private int next;

      private boolean fill() throws IOException {
        if (next < block.length) {
          return true;
        }
        block = FileBytes.this.read(at, (int) Math.min(left, BLOCK));
        next = 0;
        at += block.length;
        left -= block.length;
        return block.length > 0;
      }

      @Override
      public int read() throws IOException {
        return fill() ? block[next++] & 0xff : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        if (!fill()) {
          return -1;
        }
        int n = Math.min(length, block.length - next);
        System.arraycopy(block, next, bytes, offset, n);
        next += n;
        return n;
      }
    };
  }

  /** Adds a range to a digest. */
  void digest(MessageDigest digest, long offset, long length) throws IOException {
    long end = offset + available(offset, length);
    for (long at = offset; at < end; at += BLOCK) {
      digest.update(read(at, (int) Math.min(BLOCK, end - at)));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
