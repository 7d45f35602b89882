package yomitori.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import yomitori.form.Field;
import yomitori.form.Form;

/**
 * The three files of a run: {@code records.csv}, {@code records.jsonl} and {@code failed.csv}.
 * While the run goes on they grow as {@code NAME.part}; {@link #publish} gives them their names, so
 * a file under its own name is always the whole result of one run. Not thread-safe.
 */
public final class RecordFiles implements Closeable {

  /** The file that every run leaves, and by which the folder of a run is known. */
  public static final String RECORDS_JSONL = "records.jsonl";

  /** The file of what could not be read. */
  public static final String FAILED_CSV = "failed.csv";

  /** The names of the files, for those who pass over them. */
  public static final List<String> NAMES = List.of("records.csv", RECORDS_JSONL, FAILED_CSV);

  private final RecordCsvWriter csv;
  private final RecordJsonlWriter jsonl;
  private final FailedCsvWriter failed;

  /**
   * @param folder is made where it does not exist
   * @throws IOException if the folder cannot be made or written
   */
  public RecordFiles(
      Path folder,
      List<Form> forms,
      CsvEncoding encoding,
      Consumer<RecordCsvWriter.Unwritable> warnings)
      throws IOException {
    this(folder, encoding, warnings, columns(forms));
  }

  private RecordFiles(
      Path folder,
      CsvEncoding encoding,
      Consumer<RecordCsvWriter.Unwritable> warnings,
      List<String> fields)
      throws IOException {
    Files.createDirectories(folder);
    List<Closeable> opened = new ArrayList<>();
    try {
      csv = new RecordCsvWriter(folder.resolve(NAMES.get(0)), fields, encoding, warnings);
      opened.add(csv);
      jsonl = new RecordJsonlWriter(folder.resolve(NAMES.get(1)));
      opened.add(jsonl);
      failed = new FailedCsvWriter(folder.resolve(NAMES.get(2)), encoding);
    } catch (IOException e) {
      for (Closeable writer : opened) {
        writer.close();
      }
      throw e;
    }
  }

  /**
   * Files whose {@code records.csv} has these columns, for records of forms that are not at hand.
   *
   * @param fields field ids
   * @throws IOException as above
   */
  public static RecordFiles withColumns(
      Path folder,
      List<String> fields,
      CsvEncoding encoding,
      Consumer<RecordCsvWriter.Unwritable> warnings)
      throws IOException {
    return new RecordFiles(folder, encoding, warnings, fields);
  }

  /** The columns of the forms' fields, form after form in the order given. */
  public static List<String> columns(List<Form> forms) {
    return forms.stream().flatMap(f -> f.fields().stream()).map(Field::id).distinct().toList();
  }

  public void write(PageRecord record) throws IOException {
    csv.write(record);
    jsonl.write(record);
  }

  /** Writes a record that was read back; its line stays as it is. */
  public void write(RecordLine line) throws IOException {
    csv.write(line.record());
    jsonl.write(line);
  }

  public void write(Failure failure) throws IOException {
    failed.write(failure);
  }

  /** Gives the three files their names. */
  public void publish() throws IOException {
    failed.publish();
    jsonl.publish();
    csv.publish();
  }

  @Override
  public void close() throws IOException {
    csv.close();
    jsonl.close();
    failed.close();
  }
}
