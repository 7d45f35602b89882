package yomitori.simulate.survey;

import java.util.List;
import java.util.Map;
import yomitori.resolve.master.InstitutionName;
import yomitori.simulate.chance.Chance;

/** How people write what is the same: names with and without legal form, old characters, widths. */
final class Writing {

  private static final double OLD_CHARACTERS = 0.3;
  private static final double NARROW_KANA = 0.05;
  private static final double SPACED = 0.2;
  private static final double SHORT_LEGAL_FORM = 0.2;
  private static final double WIDE_DIGITS = 0.03;

  private static final Map<String, String> OLD =
      Map.of("高橋", "髙橋", "崎", "﨑", "斎藤", "齋藤", "渡辺", "渡邊", "中島", "中嶋");

  private static final List<String> LEGAL_FORMS = List.of("医療法人社団", "医療法人財団", "一般社団法人", "医療法人");

  private static final int TO_WIDE = '０' - '0';

  private Writing() {}

  /** A name as a reviewed fax record or a cell of a web form holds it. */
  static String name(String name, Source source, Chance chance) {
    String written = chance.pick(InstitutionName.ways(name));
    if (chance.happens(OLD_CHARACTERS)) {
      for (Map.Entry<String, String> old : OLD.entrySet()) {
        written = written.replace(old.getKey(), old.getValue());
      }
    }
    return source == Source.WEB ? typed(written, chance) : written;
  }

  private static String typed(String name, Chance chance) {
    boolean shortened = chance.happens(SHORT_LEGAL_FORM);
    boolean spaced = chance.happens(SPACED);
    String written = name;
    for (String form : LEGAL_FORMS) {
      if (name.startsWith(form)) {
        String rest = name.substring(form.length());
        boolean plain = form.equals("医療法人");
        written = (shortened && plain ? "（医）" : form) + (spaced ? "　" : "") + rest;
        break;
      }
    }
    return chance.happens(NARROW_KANA) ? written.replace("クリニック", "ｸﾘﾆｯｸ") : written;
  }

  /** Digits as they are typed: some in full width. */
  static String digits(String digits, Source source, Chance chance) {
    boolean wide = chance.happens(WIDE_DIGITS);
    if (source == Source.FAX || !wide) {
      return digits;
    }
    StringBuilder out = new StringBuilder();
    digits.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c + TO_WIDE : c)));
    return out.toString();
  }
}
