package yomitori.resolve.master;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.respondent.InstitutionCode;

/** Made-up lists as long and as full of namesakes as the real one. */
final class SampleMasters {

  private static final List<String> BODIES =
      List.of("", "", "", "医療法人 ", "医療法人社団 ", "医療法人社団 慈光会 ", "社会医療法人 恵友会 ", "医療法人財団 仁泉会 ");

  private static final List<String> STEMS =
      List.of(
          "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "長谷川", "齋藤", "大久保", "さくら",
          "みどり", "ひまわり", "駅前", "中央", "若葉", "あおぞら", "緑ヶ丘", "旭町", "港南", "北野", "柏の葉", "八千代", "富士見",
          "松ヶ枝", "玉川", "美園");

  private static final List<String> KINDS =
      List.of(
          "内科",
          "小児科",
          "整形外科",
          "眼科",
          "皮膚科",
          "耳鼻咽喉科",
          "外科",
          "内科循環器科",
          "こどもクリニック",
          "産婦人科",
          "脳神経外科",
          "胃腸科");

  private static final List<String> ENDS = List.of("クリニック", "医院", "病院", "診療所", "");

  private SampleMasters() {}

  /** Institutions of all prefectures but one, every key once. */
  static MasterList of(int count, long seed) {
    Chance chance = Purpose.TUNING.chance(seed);
    List<MasterEntry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (entries.size() < count) {
      int prefecture = 1 + chance.below(46);
      String code = InstitutionCode.draw(prefecture, chance);
      String name =
          chance.pick(BODIES)
              + chance.pick(STEMS)
              + (chance.happens(0.4) ? chance.pick(STEMS) : "")
              + chance.pick(KINDS)
              + chance.pick(ENDS);
      if (keys.add(prefecture + code)) {
        entries.add(new MasterEntry(prefecture, code, name));
      }
    }
    return MasterList.of(entries);
  }
}
