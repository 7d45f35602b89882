package yomitori.record;

import java.io.BufferedInputStream;
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

  private final InputStream in;
  private long number;

  /**
   * @throws IOException if the file cannot be read
   */
  public RecordLines(Path file) throws IOException {
    this.in = new BufferedInputStream(Files.newInputStream(file));
  }

  /**
   * The next line without its line feed; empty at the end of the file.
   *
   * @throws IOException if the file cannot be read, or a line is so long that it is no such file
   */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    while (b >= 0 && b != '\n') {
      if (line.size() == LONGEST_LINE_BYTES) {
        throw new IOException("line " + number + ": more than " + LONGEST_LINE_BYTES + " bytes");
      }
      line.write(b);
      b = in.read();
    }
    return Optional.of(line.toByteArray());
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
