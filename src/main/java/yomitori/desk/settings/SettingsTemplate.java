package yomitori.desk.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** {@code desk.yaml} as a new desk finds it: every setting, explained and switched off. */
public final class SettingsTemplate {

  private SettingsTemplate() {}

  /**
   * Writes the file unless it is there.
   *
   * @throws IOException if it cannot be written
   */
  public static void writeIfMissing(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text(), StandardCharsets.UTF_8);
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What it says: each setting with its default, in comments, Japanese first. */
  static String text() {
    StringBuilder text = new StringBuilder();
    comment(text, "", "template.head");
    String section = "";
    for (Setting setting : Setting.values()) {
      String name = setting.key().substring(0, setting.key().indexOf('.'));
      if (!name.equals(section)) {
        section = name;
        text.append('\n');
        comment(text, "", "section." + name);
        text.append(name).append(":\n");
      }
      comment(text, "  ", "setting." + setting.key());
      text.append("  #")
          .append(setting.key().substring(section.length() + 1))
          .append(": ")
          .append(written(setting))
          .append('\n');
    }
    return text.toString();
  }

  private static String written(Setting setting) {
    return switch (setting.kind().shape()) {
      case COUNT, SWITCH -> setting.standard();
      case TEXT, PATH -> '"' + setting.standard() + '"';
      case TEXTS, PATHS -> "[]";
    };
  }

  private static void comment(StringBuilder text, String indent, String key) {
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      ResourceBundle words = SettingsWords.bundle(locale);
      words
          .getString(key)
          .lines()
          .forEach(line -> text.append(indent).append("# ").append(line).append('\n'));
    }
  }
}
