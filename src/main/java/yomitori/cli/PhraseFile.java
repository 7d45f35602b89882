package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yomitori.resolve.Phrases;

/** Loads the list of phrases that a command line names. */
final class PhraseFile {

  private PhraseFile() {}

  /**
   * From a text in UTF-8.
   *
   * @throws CommandFailure if the file cannot be read
   */
  static Phrases load(Path file, Session session) {
    try {
      String text = Files.readString(file);
      return Phrases.of((text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(
          session.messages().text("phrases.unreadable", file, e.toString()));
    }
  }
}
