package yomitori.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code failed.csv}: RFC 4180, {@code source, page, reason}; the page is empty where the
 * whole file failed. Not thread-safe.
 */
public final class FailedCsvWriter implements Closeable {

  private final StagedFile file;
  private final CsvEncoding encoding;

  /**
   * @param target the file; it appears when {@link #publish} is called
   */
  public FailedCsvWriter(Path target, CsvEncoding encoding) throws IOException {
    this.file = new StagedFile(target);
    this.encoding = encoding;
    file.append(
        encoding.bytes(
            encoding.prologue() + RecordCsvWriter.line(List.of("source", "page", "reason"))));
  }

  /** Appends one row. */
  public void write(Failure failure) throws IOException {
    String page = failure.page() == 0 ? "" : Integer.toString(failure.page());
    String line =
        RecordCsvWriter.line(
            List.of(
                encoding.writable(failure.source()), page, encoding.writable(failure.reason())));
    file.append(encoding.bytes(line));
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
