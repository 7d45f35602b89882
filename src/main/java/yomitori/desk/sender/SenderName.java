package yomitori.desk.sender;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.record.PageRecord;

/** Tells who sent a page: by where its file lay, else by its header line. */
public final class SenderName {

  /** A Japanese number: a zero, then nine or ten digits more, in groups or not. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9])0[0-9]{1,4}[-_() ]?[0-9]{1,4}[-_() ]?[0-9]{3,4}(?![0-9])");

  private static final Pattern LENGTH = Pattern.compile("[0-9]{10,11}");

  private SenderName() {}

  /**
   * The sender of a file.
   *
   * @param source its path below the inbox, with forward slashes
   * @return a number as digits only, else the folder as it is called; of a file in the inbox itself
   *     the number in its name; empty where there is none
   */
  public static String of(String source) {
    int slash = source.lastIndexOf('/');
    if (slash < 0) {
      return number(source);
    }
    String folder = source.substring(0, slash);
    String number = number(folder);
    return number.isEmpty() ? folder : number;
  }

  /**
   * The sender of a page.
   *
   * @param source the path of its file below the inbox, with forward slashes
   * @return as {@link #of(String)}; where that is empty, what the page's header line says for sure
   */
  public static String of(String source, PageRecord record, HeaderNumbers headers) {
    String told = of(source);
    return told.isEmpty() ? headers.of(record) : told;
  }

  /** By what the sender is known of a page that has one. */
  static SenderOrigin origin(String source) {
    if (source.indexOf('/') >= 0) {
      return SenderOrigin.FOLDER;
    }
    return of(source).isEmpty() ? SenderOrigin.HEADER_LINE : SenderOrigin.FILE_NAME;
  }

  private static String number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group().replaceAll("[^0-9]", "");
      if (LENGTH.matcher(digits).matches()) {
        return digits;
      }
    }
    return "";
  }
}
