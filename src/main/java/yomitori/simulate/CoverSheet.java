package yomitori.simulate;

import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.List;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Ink;
import yomitori.simulate.hand.Script;
import yomitori.simulate.hand.Sheet;

/** The cover sheet that many offices send before, or instead of, what was asked for. */
final class CoverSheet {

  private static final Ink TONER = new Ink(245, 0);
  private static final double A4_WIDTH_MM = 210;
  private static final double A4_HEIGHT_MM = 297;
  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  private static final List<String> TITLES = List.of("FAX送付状", "送付のご案内", "FAX送信票");
  private static final List<String> SENDERS =
      List.of("医療法人社団 若葉内科クリニック", "みどり台診療所", "青葉皮膚科医院", "小川整形外科", "さくら市医師会 事務局");
  private static final List<String> CLERKS = List.of("事務 山田", "受付 木村", "事務長 石井", "医事課 林");
  private static final List<String> SUBJECTS =
      List.of("アンケートのご回答について", "調査票の送付", "オンライン資格確認 調査票", "ご照会の件");

  private final Sheet sheet;

  private CoverSheet(Sheet sheet) {
    this.sheet = sheet;
  }

  /** One and the same sheet, for two pages. */
  static Sheet draw(double pxPerMm) {
    return draw(pxPerMm, TITLES.get(0), SENDERS.get(0), CLERKS.get(0), SUBJECTS.get(0), 17, 2);
  }

  /**
   * A sheet of some office.
   *
   * @param pages of the call, this one included
   */
  static Sheet draw(double pxPerMm, Chance chance, int pages) {
    return draw(
        pxPerMm,
        chance.pick(TITLES),
        chance.pick(SENDERS),
        chance.pick(CLERKS),
        chance.pick(SUBJECTS),
        14 + chance.below(12),
        pages);
  }

  private static Sheet draw(
      double pxPerMm,
      String title,
      String sender,
      String clerk,
      String subject,
      int day,
      int pages) {
    GrayImage paper =
        GrayImage.white((int) (A4_WIDTH_MM * pxPerMm), (int) (A4_HEIGHT_MM * pxPerMm));
    CoverSheet cover = new CoverSheet(new Sheet(paper, pxPerMm));
    cover.words(title, 72, 38, 12);
    cover.rule(25, 46, 185);
    String[][] rows = {
      {"送信先", "日本医師会 情報システム課 御中"},
      {"FAX番号", "03-3946-6295"},
      {"発信元", sender},
      {"担当", clerk},
      {"送信日", "令和4年11月" + day + "日"},
      {"送信枚数", "本状を含め " + pages + " 枚"},
      {"件名", subject}
    };
    for (int i = 0; i < rows.length; i++) {
      cover.words(rows[i][0], 30, 64 + i * 14, 5);
      cover.words(rows[i][1], 70, 64 + i * 14, 5);
      cover.rule(28, 68 + i * 14, 182);
    }
    cover.words("いつもお世話になっております。", 30, 180, 5);
    cover.words("先日ご依頼のありましたアンケートの回答をお送りいたします。", 30, 190, 5);
    cover.words("ご査収のほどよろしくお願い申し上げます。", 30, 200, 5);
    return cover.sheet;
  }

  private void rule(double fromX, double y, double toX) {
    sheet.line(fromX, y, 0.3, toX, y, 0.3, TONER);
  }

  private void words(String words, double x, double baseline, double heightMm) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
    place.scale(heightMm, heightMm);
    sheet.fill(
        place.createTransformedShape(
            Script.PRINT.font().createGlyphVector(OUTLINES, words).getOutline()),
        TONER);
  }
}
