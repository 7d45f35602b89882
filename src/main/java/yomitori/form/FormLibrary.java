package yomitori.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of forms, each in a folder of its own: {@code ID/form.yaml} and the blank beside it.
 *
 * @param folder the folder of folders
 */
public record FormLibrary(Path folder) {

  /** The ids of all forms in it, sorted; empty where the folder does not exist. */
  public List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(FormReader.FILE_NAME)))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a form's definition and blank lie. */
  public Path folderOf(String id) {
    return folder.resolve(id);
  }

  /**
   * One form.
   *
   * @throws FormException if it is not there or anything is wrong in its definition
   */
  public Form load(String id) {
    return FormLoader.load(folderOf(id).resolve(FormReader.FILE_NAME));
  }

  /**
   * All forms, sorted by id.
   *
   * @throws FormException if anything is wrong in one's definition
   */
  public List<Form> loadAll() {
    return ids().stream().map(this::load).toList();
  }
}
