package yomitori.tally.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yomitori.desk.FileHash;

/**
 * A file that a tally was made from.
 *
 * @param name its own, without folders
 * @param role what it was taken as: {@code records}, {@code source}, {@code answers}, {@code
 *     manifest}, {@code masters}, {@code plan}, {@code themes}, {@code decisions}, {@code stated}
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes how long it is
 */
public record InputFile(String name, String role, String sha256, long bytes) {

  /** A file as it lies on the disk. */
  public static InputFile of(Path file, String role) throws IOException {
    return new InputFile(
        String.valueOf(file.getFileName()), role, FileHash.sha256(file), Files.size(file));
  }
}
