package yomitori.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.record.CsvEncoding;
import yomitori.resolve.Phrases;

/** Loads the list of phrases that a command line names. */
final class PhraseFile {

  private static final String BOM = "\uFEFF";

  private PhraseFile() {}

  /**
   * As {@link #load(Path, List, Session)}; none where no list was named.
   *
   * @throws CommandFailure likewise
   */
  static Phrases load(Optional<Path> file, List<Form> forms, Session session) {
    return file.map(named -> load(named, forms, session)).orElseGet(Phrases::none);
  }

  /**
   * From a text in UTF-8 or Shift_JIS.
   *
   * @param forms whose fields the list may name
   * @throws CommandFailure if the file cannot be read, or names a field that no form has
   */
  static Phrases load(Path file, List<Form> forms, Session session) {
    List<String> lines;
    try {
      String text = text(Files.readAllBytes(file));
      lines = (text.startsWith(BOM) ? text.substring(1) : text).lines().toList();
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(
          session
              .messages()
              .text("phrases.unreadable", file, DiskFault.said(e, session.messages())));
    }
    Set<String> fields =
        forms.stream()
            .flatMap(form -> form.fields().stream())
            .filter(TextField.class::isInstance)
            .map(field -> field.id())
            .collect(Collectors.toSet());
    for (int i = 0; i < lines.size(); i++) {
      String field = Phrases.fieldOf(lines.get(i));
      if (!field.isEmpty() && !fields.contains(field)) {
        throw CommandFailure.wrongCommandLine(
            session
                .messages()
                .text(
                    "phrases.field",
                    file,
                    i + 1,
                    field,
                    fields.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    return Phrases.of(lines);
  }

  /** What is no UTF-8 is from a spreadsheet or an editor of Japanese Windows. */
  private static String text(byte[] bytes) throws CharacterCodingException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      Charset ofWindows = CsvEncoding.WINDOWS_31J.charset();
      return ofWindows.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
