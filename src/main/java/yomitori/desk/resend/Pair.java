package yomitori.desk.resend;

import java.time.Instant;
import java.util.Locale;

/**
 * Two pages that may be one answer sent twice.
 *
 * @param earlier the page with the smaller number in the ledger
 * @param why they are taken for that
 */
public record Pair(Side earlier, Side later, Why why) {

  /** Why two pages are taken for one answer. */
  public enum Why {
    /** The same code of the institution. */
    CODE,
    /** The same prefecture and name, and no two codes that differ. */
    NAME,
    /** From one sender, with nearly the same answers, and who answers is not sure. */
    SENDER;

    /** As it stands in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of the two.
   *
   * @param page in the ledger
   * @param source the file's path below the inbox
   * @param received when its file was last written
   * @param prefecture 1 to 47; 0 where it is not known
   */
  public record Side(
      long page, String source, Instant received, int prefecture, String code, String name) {}
}
