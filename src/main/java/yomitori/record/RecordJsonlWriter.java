package yomitori.record;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes {@code records.jsonl}: one JSON object a line, as {@code docs/records.schema.json} says;
 * UTF-8 without a byte order mark, lines ended by a line feed. Not thread-safe.
 */
public final class RecordJsonlWriter implements Closeable {

  private final StagedFile file;

  /**
   * @param target the file; it appears when {@link #publish} is called
   */
  public RecordJsonlWriter(Path target) throws IOException {
    this.file = new StagedFile(target);
  }

  /** Appends one line. */
  public void write(PageRecord record) throws IOException {
    write(RecordJson.line(record));
  }

  /** Appends a record that was read back, as its line is. */
  public void write(RecordLine line) throws IOException {
    write(line.bytes());
  }

  private void write(byte[] line) throws IOException {
    ByteArrayOutputStream ended = new ByteArrayOutputStream(line.length + 1);
    ended.writeBytes(line);
    ended.write('\n');
    file.append(ended.toByteArray());
  }

  /** Closes the file and gives it its name. */
  public void publish() throws IOException {
    file.publish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
