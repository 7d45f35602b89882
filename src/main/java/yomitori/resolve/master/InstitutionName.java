package yomitori.resolve.master;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yomitori.text.EditDistance;

/**
 * Brings the ways in which one name is written together: widths, spaces, old and new characters, ヶ
 * and ケ, and the legal forms that people leave out.
 */
public final class InstitutionName {

  /** Longest first, for one may begin with another. */
  private static final List<String> LEGAL_FORMS =
      List.of(
          "地方独立行政法人",
          "公益社団法人",
          "公益財団法人",
          "一般社団法人",
          "一般財団法人",
          "特定医療法人",
          "社会医療法人",
          "医療法人社団",
          "医療法人財団",
          "独立行政法人",
          "国立大学法人",
          "社会福祉法人",
          "特定非営利活動法人",
          "医療法人",
          "学校法人",
          "宗教法人",
          "株式会社",
          "(医社)",
          "(医)",
          "(社)",
          "(財)",
          "(株)");

  /** What names end with, and that alone names nobody. */
  private static final Pattern KIND_ALONE =
      Pattern.compile("(?:総合|記念|中央)?(?:クリニック|医院|病院|診療所|療所|院)?");

  /** Pairs of a variant and the character that stands for both. */
  private static final String VARIANTS =
      "ヶケヵカ齋斎齊斉澤沢邊辺邉辺濱浜濵浜廣広國国櫻桜惠恵眞真髙高﨑崎嵜崎瀨瀬德徳黑黒增増榮栄嶋島嶌島壽寿鐵鉄"
          + "淸清靜静曾曽圓円實実學学會会醫医藥薬齒歯區区縣県萬万與与來来龍竜瀧滝藪薮檜桧莊荘驛駅假仮氣気"
          + "條条總総聲声豐豊鷗鴎富冨峯峰舘館餠餅靑青內内吳呉";

  /** What the name of one institution shares with those of many others. */
  private static final Pattern KIND_AT_END = Pattern.compile("(?:クリニック|医院|病院|診療所|内科|外科|眼科|歯科)+$");

  private static final Map<Character, Character> STANDARD = standard();

  private static final Pattern SPACES = Pattern.compile("[\\s　・･,、。.\\-‐－ー―]+");

  private InstitutionName() {}

  /** Whether a text holds no more than a legal form and a kind, such as 医療法人 or 医院. */
  public static boolean namesNobody(String text) {
    return KIND_ALONE.matcher(withoutLegalForm(text)).matches();
  }

  /**
   * Whether a text is a listed name beyond what such names have in common: fewer characters differ
   * than half of those before its kind. 木藤クリニック is not 工藤クリニック.
   */
  public static boolean isNamed(String text, String listed) {
    String wanted = comparable(text);
    return variants(listed).stream()
        .anyMatch(
            variant -> {
              String own = KIND_AT_END.matcher(variant).replaceFirst("");
              int differ = EditDistance.between(wanted, variant);
              return differ == 0 || 2 * differ < own.length();
            });
  }

  private static String withoutLegalForm(String text) {
    return LEGAL_FORMS.stream()
        .filter(text::startsWith)
        .findFirst()
        .map(form -> text.substring(form.length()))
        .orElse(text);
  }

  private static Map<Character, Character> standard() {
    Map<Character, Character> standard = new HashMap<>();
    for (int i = 0; i + 1 < VARIANTS.length(); i += 2) {
      standard.put(VARIANTS.charAt(i), VARIANTS.charAt(i + 1));
    }
    return standard;
  }

  /**
   * A name in the one way in which names are compared: NFKC, no spaces, dots or dashes (long vowels
   * among them: on a fax they are alike), new characters, no legal form.
   */
  public static String comparable(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder();
    for (char c : SPACES.matcher(text).replaceAll("").toCharArray()) {
      plain.append(STANDARD.getOrDefault(c, c).charValue());
    }
    String out = plain.toString();
    for (String form : LEGAL_FORMS) {
      out = out.replace(form, "");
    }
    return out;
  }

  /**
   * Which of the {@link #ways} to write a listed name was meant.
   *
   * @param listed as the master list has it
   * @param read as it was read
   */
  public static String asWritten(String listed, String read) {
    String written = Normalizer.normalize(read, Normalizer.Form.NFKC).replaceAll("\\s", "");
    List<String> ways = ways(listed);
    return ways.stream()
        .min(Comparator.comparingInt(way -> EditDistance.between(way, written)))
        .orElse("");
  }

  /**
   * How people write a listed name: whole, without its legal form, or without the name of the body
   * that runs it; NFKC, without spaces. At least one.
   */
  public static List<String> ways(String listed) {
    String plain = Normalizer.normalize(listed, Normalizer.Form.NFKC).strip();
    String[] words = plain.split("\\s+", -1);
    String whole = plain.replaceAll("\\s", "");
    String bare = whole;
    for (String form : LEGAL_FORMS) {
      bare = bare.replace(form, "");
    }
    return Stream.of(whole, bare, words[words.length - 1])
        .filter(way -> way.equals(whole) || !way.isEmpty())
        .toList();
  }

  /**
   * The ways in which people write an institution's name, as {@link #comparable} has them: all of
   * it, and what follows the last space, without the name of the body that runs it.
   */
  static Set<String> variants(String name) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(comparable(name));
    String[] words = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().split("\\s+", -1);
    variants.add(comparable(words[words.length - 1]));
    variants.remove("");
    return variants;
  }
}
