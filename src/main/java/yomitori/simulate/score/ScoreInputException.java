package yomitori.simulate.score;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A table that cannot be scored. Its message names the file, the line and what to do, in the
 * program's language.
 */
public final class ScoreInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String BUNDLE = "yomitori.simulate.score.messages";

  private ScoreInputException(String message) {
    super(message);
  }

  private ScoreInputException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * A file that the system does not let be read: its cause, and no word of the message, says why.
   */
  static ScoreInputException unreadable(Path file, IOException cause) {
    return new ScoreInputException(file + ": " + text("unreadable"), cause);
  }

  /** Something wrong in a file as a whole. */
  static ScoreInputException in(Path file, String key, Object... details) {
    return new ScoreInputException(file + ": " + text(key, details));
  }

  /**
   * Something wrong in one line.
   *
   * @param line from 1, the header included
   */
  static ScoreInputException at(Path file, long line, String key, Object... details) {
    return new ScoreInputException(file + ":" + line + ": " + text(key, details));
  }

  private static String text(String key, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Object[] plain = Arrays.stream(details).map(String::valueOf).toArray();
    return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(plain);
  }
}
