package yomitori.tally.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yomitori.desk.FileHash;
import yomitori.tally.answer.InputFile;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;

/** Files that answers are read from, as a tally tells them. */
final class InputFiles {

  private InputFiles() {}

  /**
   * A file by its bytes.
   *
   * @param role as {@link InputFile} tells
   */
  static InputFile of(Path file, String role) throws IOException {
    return new InputFile(
        String.valueOf(file.getFileName()), role, FileHash.sha256(file), Files.size(file));
  }

  static TallyException unreadable(Path file, IOException found) {
    return TallyException.unreadable(file, Fault.UNREADABLE, found);
  }

  static TallyException noTable(Path file, IOException found) {
    return TallyException.unreadable(file, Fault.NO_TABLE, found);
  }
}
