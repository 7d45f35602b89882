package yomitori.desk;

import java.util.Locale;

/** What keeps a desk from running, from being backed up or restored, and a person can mend. */
public abstract class DeskException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message for logs, in English
   * @param cause null where there is none
   */
  protected DeskException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Where, what and what to do, in Japanese for a Japanese locale, else in English. */
  public abstract String said(Locale locale);
}
