package yomitori.simulate.survey;

import java.util.List;

/** What people write under その他. Only those that wait to hear from line company or vendor say so. */
final class Opinions {

  /** They wait for the line company or the vendor to contact them. */
  static final List<String> WAITING =
      List.of(
          "回線事業者・ベンダーの連絡待ち",
          "回線業者の連絡待ち",
          "ベンダーの連絡待ち",
          "業者からの連絡待ち",
          "ベンダーからの連絡待ちです",
          "NTTからの連絡待ち",
          "回線事業者からの連絡を待っている",
          "ベンダーから連絡がなく待っています",
          "業者の返事がない");

  /** Under the first question. */
  static final List<String> STATE =
      List.of(
          "工事日が未定",
          "工事日の調整中",
          "機器の納品待ち",
          "カードリーダーの納品待ち",
          "見積もりを依頼中",
          "補助金の申請中",
          "院内で検討中",
          "電子カルテの更新時に導入予定",
          "レセコンの更新時に導入予定",
          "来年閉院の予定",
          "移転予定",
          "説明会に参加した",
          "訪問診療のみ",
          "特になし");

  /** Under the second question. */
  static final List<String> DATE =
      List.of("未定", "時期は未定", "わからない", "5月以降になる見込み", "2023年の夏頃", "閉院予定", "検討中");

  /** Under the third question. */
  static final List<String> OBSTACLES =
      List.of(
          "人手が足りない",
          "受付に置く場所がない",
          "設置場所がない",
          "セキュリティが心配",
          "情報漏洩が心配",
          "費用が高すぎる",
          "維持費が高い",
          "患者数が少ない",
          "在宅医療が中心",
          "後継者がいない",
          "院長が高齢のため",
          "ビルの都合で工事ができない",
          "必要性を感じない",
          "義務化に反対",
          "回線工事が遅れている、日程も決まらない");

  private Opinions() {}
}
