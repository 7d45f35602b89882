package yomitori.record;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The character encodings in which CSV files are written. */
public enum CsvEncoding {
  /** With a byte order mark, by which spreadsheets recognise it. */
  UTF_8(StandardCharsets.UTF_8, "\ufeff"),
  /** Microsoft's Shift_JIS, for spreadsheets that know nothing else. */
  WINDOWS_31J(Charset.forName("windows-31j"), "");

  /** Stands for a character that the encoding lacks, as printers have always done: geta. */
  static final String GETA = "\u3013";

  /** The same signs under the code points that windows-31j gives them. */
  private static final Map<Integer, String> WINDOWS_SIGNS =
      Map.of(
          0x301c, "\uff5e", // wave dash
          0x2212, "\uff0d", // minus sign
          0x2014, "\u2015", // em dash
          0x2016, "\u2225", // double vertical line
          0x00a5, "\uffe5"); // yen sign

  private final Charset charset;
  private final String prologue;

  CsvEncoding(Charset charset, String prologue) {
    this.charset = charset;
    this.prologue = prologue;
  }

  /** The character set itself. */
  public Charset charset() {
    return charset;
  }

  /** What a file in this encoding starts with. */
  String prologue() {
    return prologue;
  }

  byte[] bytes(String text) {
    return text.getBytes(charset);
  }

  /**
   * The text with each character that this encoding lacks replaced by {@code 〓}; the very same text
   * where it lacks none.
   */
  String writable(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              if (encoder.canEncode(one)) {
                out.append(one);
              } else {
                out.append(WINDOWS_SIGNS.getOrDefault(c, GETA));
              }
            });
    return out.toString();
  }
}
