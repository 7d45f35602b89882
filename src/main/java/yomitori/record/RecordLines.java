package yomitori.record;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of {@code records.jsonl} as bytes, whatever they hold. Not thread-safe. */
public final class RecordLines implements Closeable {

  /** A page's record takes some 15 kB: a thousand times that is no record. */
  private static final int LONGEST_LINE_BYTES = 1 << 24;

  private static final int BLOCK_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK_BYTES];
  private int from;
  private int filled;
  private long number;

  /**
   * @throws IOException if the file cannot be read
   */
  public RecordLines(Path file) throws IOException {
    this.in = Files.newInputStream(file);
  }

  /**
   * The next line without its line feed; empty at the end of the file.
   *
   * @throws IOException if the file cannot be read, or a line is so long that it is no such file
   */
  public Optional<byte[]> next() throws IOException {
    if (!filled()) {
      return Optional.empty();
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean ended = false;
    while (!ended && filled()) {
      int to = from;
      while (to < filled && block[to] != '\n') {
        to++;
      }
      if (line.size() + to - from > LONGEST_LINE_BYTES) {
        throw new IOException("line " + number + ": more than " + LONGEST_LINE_BYTES + " bytes");
      }
      line.write(block, from, to - from);
      ended = to < filled;
      from = ended ? to + 1 : to;
    }
    return Optional.of(line.toByteArray());
  }

  /** Whether bytes are left, after another block of them was read where it was time for it. */
  private boolean filled() throws IOException {
    if (from == filled) {
      from = 0;
      filled = Math.max(0, in.read(block));
    }
    return from < filled;
  }

  /** The number of the line given last, from 1. */
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
