package yomitori.resolve.master;

import java.util.List;
import java.util.OptionalInt;

/** The codes of the prefectures, JIS X 0401. */
public final class Prefecture {

  private static final List<String> IN_CODE_ORDER =
      List.of(
          "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都",
          "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県",
          "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県",
          "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県");

  private Prefecture() {}

  /**
   * The name of a prefecture.
   *
   * @param code 1 to 47
   */
  public static String name(int code) {
    return IN_CODE_ORDER.get(code - 1);
  }

  /** 1 for 北海道 to 47 for 沖縄県; empty for any other word. */
  public static OptionalInt code(String name) {
    int i = IN_CODE_ORDER.indexOf(name);
    return i < 0 ? OptionalInt.empty() : OptionalInt.of(i + 1);
  }
}
