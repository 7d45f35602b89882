package yomitori.resolve.master;

/**
 * One institution of a master list.
 *
 * @param prefecture 1 for 北海道 to 47 for 沖縄県 (JIS X 0401)
 * @param code seven digits
 * @param name as the list writes it
 */
public record MasterEntry(int prefecture, String code, String name) {

  /** Prefectures that there are. */
  public static final int PREFECTURES = 47;

  /**
   * @throws IllegalArgumentException if there is no such prefecture, or the code is not one of
   *     seven digits
   */
  public MasterEntry {
    if (prefecture < 1 || prefecture > PREFECTURES || !code.matches("[0-9]{7}")) {
      throw new IllegalArgumentException(prefecture + " " + code);
    }
  }
}
