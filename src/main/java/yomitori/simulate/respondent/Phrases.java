package yomitori.simulate.respondent;

import java.util.List;
import yomitori.simulate.chance.Chance;

/** Names and sentences as respondents write them. All made up; none is a real institution's. */
public final class Phrases {

  private static final List<String> SURNAMES =
      List.of(
          "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "山口", "松本",
          "井上", "木村", "林", "斎藤", "清水", "山崎", "森", "池田", "橋本", "阿部", "石川", "前田", "藤田", "小川", "岡田",
          "後藤", "長谷川", "村上", "近藤", "石井", "坂本", "遠藤", "青木", "藤井", "西村", "福田", "太田", "三浦", "岡本", "松田",
          "中島", "原田", "中野", "小野", "竹内", "金子", "和田", "中山", "石田", "上田", "森田", "柴田", "酒井", "宮崎");

  private static final List<String> GIVEN_NAMES =
      List.of(
          "一郎", "健太郎", "正明", "博", "浩二", "和夫", "隆", "誠", "直樹", "哲也", "弘", "茂", "恵子", "由美子", "洋子",
          "久美子", "真由美", "明美", "順子", "智子", "裕子", "英樹", "修", "豊", "俊介", "大輔", "克己", "義男", "美穂", "陽子");

  private static final List<String> OWNERS =
      List.of("", "", "", "", "医療法人", "医療法人社団", "医療法人", "医療法人財団", "一般社団法人");

  private static final List<String> SPECIALTIES =
      List.of(
          "内科", "内科", "小児科", "整形外科", "耳鼻咽喉科", "眼科", "皮膚科", "外科", "胃腸科", "循環器内科", "産婦人科", "泌尿器科",
          "心療内科", "脳神経外科");

  private static final List<String> PLACES =
      List.of(
          "さくら", "みどり", "ひまわり", "中央", "駅前", "東町", "南", "北", "若葉", "青空", "みなと", "緑ヶ丘", "つばさ", "あおば");

  private static final List<String> REMARKS =
      List.of(
          "回線業者の連絡待ち",
          "ベンダーからの連絡待ち",
          "工事日が未定",
          "電子カルテを更新予定",
          "レセコンの更新時に導入予定",
          "見積もり待ち",
          "補助金の申請中",
          "院長が高齢のため検討中",
          "後継者がいない",
          "3月に移転予定",
          "光回線の工事待ち",
          "カードリーダーの納品待ち",
          "ビルの管理会社と協議中",
          "5月以降になる見込み",
          "業者の返事がない",
          "スタッフが不足している",
          "受付に置く場所がない",
          "訪問診療のみ",
          "来年閉院の予定",
          "セキュリティが心配",
          "費用が高すぎる",
          "日程の調整中",
          "機器の不具合で停止中",
          "説明会に参加した");

  private Phrases() {}

  static String remark(Chance chance) {
    return chance.pick(REMARKS);
  }

  /** A surname and a given name. */
  public static String person(Chance chance) {
    return chance.pick(SURNAMES) + chance.pick(GIVEN_NAMES);
  }

  /** A hospital's or clinic's name, the legal form of its owner in front of some. */
  public static String institution(Chance chance) {
    String owner = chance.pick(OWNERS);
    boolean byPlace = chance.happens(0.3);
    String stem = chance.pick(byPlace ? PLACES : SURNAMES);
    double kind = chance.unit();
    if (kind < 0.08) {
      return owner + stem + (chance.happens(0.4) ? "中央病院" : "病院");
    }
    if (kind < 0.4) {
      return owner + stem + "医院";
    }
    String specialty = chance.pick(SPECIALTIES);
    return owner + stem + specialty + (kind < 0.75 ? "クリニック" : kind < 0.9 ? "医院" : "");
  }
}
