package yomitori.desk.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import yomitori.desk.DurableMove;
import yomitori.desk.FileHash;
import yomitori.desk.export.Handed.Gone;
import yomitori.desk.export.Handed.Page;
import yomitori.record.CsvEncoding;
import yomitori.record.RecordFiles;
import yomitori.record.RecordLine;

/** Writes the files of an export: records in three forms, and a manifest with their digests. */
final class ExportFiles {

  /** The workbook's name beside those of {@link RecordFiles}. */
  static final String WORKBOOK = "records.xlsx";

  /** What is in the folder, and which records count no more. */
  static final String MANIFEST = "manifest.json";

  /** The files with records. */
  static final List<String> RECORDS = List.of("records.csv", RecordFiles.RECORDS_JSONL, WORKBOOK);

  /** Pages looked up at a time: few statements, little memory. */
  private static final int AT_A_TIME = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> fields;
  private final CsvEncoding encoding;

  /**
   * @param fields the columns after the fixed ones
   */
  ExportFiles(List<String> fields, CsvEncoding encoding) {
    this.fields = List.copyOf(fields);
    this.encoding = encoding;
  }

  /**
   * Writes all of them; they are on the disk when this returns.
   *
   * @param folder is made
   * @param name of the export
   */
  void write(
      Handle handle,
      Path folder,
      String name,
      Export.Kind kind,
      Instant madeAt,
      List<Page> pages,
      List<Gone> gone)
      throws IOException {
    Files.createDirectories(folder);
    try (RecordFiles files = RecordFiles.withColumns(folder, fields, encoding, lost -> {});
        RecordWorkbook workbook = new RecordWorkbook(folder.resolve(WORKBOOK), fields)) {
      for (int from = 0; from < pages.size(); from += AT_A_TIME) {
        List<Page> some = pages.subList(from, Math.min(pages.size(), from + AT_A_TIME));
        List<Long> ids = some.stream().map(Page::id).toList();
        for (RecordLine line : ReviewedRecords.of(handle, ids).values()) {
          files.write(line);
          workbook.write(line.record());
        }
      }
      files.publish();
    }
    Files.deleteIfExists(folder.resolve(RecordFiles.FAILED_CSV)); // failures are not the tally's
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("export", name);
    manifest.put("made_at", madeAt.toString());
    manifest.put("kind", kind.word());
    manifest.put("records", pages.size());
    manifest.put("withdrawn", gone.stream().map(Gone::recordId).toList());
    manifest.put("files", told(folder));
    Path file = folder.resolve(MANIFEST);
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), manifest);
    force(file);
    DurableMove.sync(folder);
  }

  private static List<Map<String, Object>> told(Path folder) throws IOException {
    List<Map<String, Object>> told = new ArrayList<>();
    for (String name : RECORDS) {
      Path file = folder.resolve(name);
      force(file);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", name);
      entry.put("bytes", Files.size(file));
      entry.put("sha256", FileHash.sha256(file));
      told.add(entry);
    }
    return told;
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
