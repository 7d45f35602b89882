package yomitori.text;

import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import yomitori.text.SampleSheet.Writing;

/** Seeded answers to the sample form. */
final class SampleAnswers {

  private static final List<String> FOUNDERS =
      List.of("医療法人社団", "医療法人", "一般社団法人", "", "", "", "社会福祉法人");
  private static final List<String> NAMES =
      List.of(
          "さくら", "佐藤", "中村", "田中", "山本", "ひまわり", "青葉", "みどり", "鈴木", "高橋", "渡辺", "伊藤", "加藤", "東町",
          "南大通", "緑ヶ丘", "若葉台", "慈恵", "清水", "松本", "ふれあい", "あおぞら", "健康", "北野", "桜井", "藤田");
  private static final List<String> DEPARTMENTS =
      List.of("内科", "整形外科", "眼科", "小児科", "耳鼻咽喉科", "皮膚科", "産婦人科", "外科", "", "", "胃腸科");
  private static final List<String> KINDS = List.of("クリニック", "医院", "病院", "診療所");
  private static final List<String> REMARKS =
      List.of(
          "回線事業者の連絡待ち",
          "補助金の範囲を超えている",
          "高齢のため閉院を検討中\n令和5年3月末の予定",
          "ベンダーの対応が遅い",
          "半導体不足で納期が未定\n来年夏以降になる見込み");

  private SampleAnswers() {}

  static Map<String, Writing> of(long seed, Font font, double points) {
    Random random = new Random(seed);
    Font text = font.deriveFont(SampleSheet.size(points));
    Font digits = font.deriveFont(SampleSheet.size(points + 3));
    Map<String, Writing> answers = new LinkedHashMap<>();
    answers.put(SampleSheet.PREFECTURE, new Writing(pick(Prefectures.NAMES, random), text));
    answers.put(
        SampleSheet.NAME,
        new Writing(
            pick(FOUNDERS, random)
                + pick(NAMES, random)
                + pick(DEPARTMENTS, random)
                + pick(KINDS, random),
            text));
    answers.put(
        SampleSheet.CODE, new Writing("%07d".formatted(random.nextInt(10_000_000)), digits));
    answers.put(SampleSheet.COST, new Writing(String.valueOf(1 + random.nextInt(300)), digits));
    answers.put(SampleSheet.OTHER, new Writing(pick(REMARKS, random), text));
    return answers;
  }

  private static String pick(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
