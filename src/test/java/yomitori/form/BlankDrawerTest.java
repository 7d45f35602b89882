package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.PrintItem.Align;
import yomitori.form.PrintItem.Weight;
import yomitori.geometry.PointMm;

class BlankDrawerTest {

  private static final Form FORM = FormLoader.load(SurveyFormTest.FOLDER.resolve("form.yaml"));

  @Test
  void theShippedBlankIsWhatTheDefinitionDraws() throws IOException {
    byte[] shipped = Files.readAllBytes(SurveyFormTest.FOLDER.resolve("blank.pdf"));

    assertThat(draw(FORM))
        .as("draw it anew: form draw jma-onshi-2022 --out forms/jma-onshi-2022/blank.pdf")
        .isEqualTo(shipped);
  }

  @Test
  void theSameFormGivesTheSameBytes() throws IOException {
    assertThat(draw(FORM)).isEqualTo(draw(FORM));
  }

  @Test
  void theSheetIsOnePageOfA4() throws IOException {
    try (PDDocument document = Loader.loadPDF(draw(FORM))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
          .isCloseTo(210, offset(0.01));
      assertThat(document.getPage(0).getMediaBox().getHeight() / 72 * 25.4)
          .isCloseTo(297, offset(0.01));
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(FORM.title());
    }
  }

  @Test
  void itsFontsAreEmbeddedAndCutDownToTheCharactersUsed() throws IOException {
    byte[] pdf = draw(FORM);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources resources = document.getPage(0).getResources();
      int faces = 0;
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        if (!(font instanceof PDType3Font)) {
          assertThat(font.getName()).matches("[A-Z]{6}\\+BIZUDPGothic-(Regular|Bold)");
          faces++;
        }
      }
      assertThat(faces).isEqualTo(2);
    }
    assertThat(pdf.length).isLessThan(150_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "医療機関開設者御中",
        "発行：公益社団法人日本医師会",
        "オンライン資格確認 経過措置等要望のためのアンケート調査票",
        "経過措置等「やむを得ない場合の必要な対応」要望のため、ご回答お願いいたします。",
        "医療機関についてお答えください。",
        "所属都道府県",
        "医療機関名",
        "保険医療機関コード(7桁)",
        "回答者名",
        "オンライン資格確認導入について 医療機関の対応状況についてお教えてください",
        "該当するすべてを☑してください。",
        "まだ、なにもしていない",
        "紙レセ提出しており義務化の例外である",
        "事業者から見積もりを取得した",
        "カードリーダーを申し込んだ",
        "事業者を選定して契約を行った",
        "設置工事が完了している",
        "運用開始している",
        "その他 (",
        "いつ頃運用開始できそうですか?",
        "該当する一つを☑してください。",
        "既に運用開始している",
        "2023年4月に間に合う予定",
        "2023年4月に間に合わない",
        "義務化の例外である",
        "「2023年4月に間に合わない」医療機関につきまして、何が障害となってますか？ また、「既に運用開始」「間に合う予定」の医療機関につきましては、"
            + "運用開始に至るまでに何が障害となっていましたか？",
        "(複数回答可)",
        "申し込み方法がわからない",
        "利用したいリーダーの在庫がない",
        "導入事業者が見つからない",
        "顔認証カードリーダーが届かない",
        "光回線が敷設できない地域や建物である",
        "回線事業者の工事が間に合わない",
        "ベンダーの作業が間に合わない",
        "レセプト請求件数が少ない",
        "高齢等によりITに対応できない",
        "高齢等により廃院を予定している",
        "ベンダーからレセコン買替を要求された",
        "見積もりが補助金に収まらなかった",
        "一見積もり金額をお教えてください",
        "初期費用",
        "月額費用",
        "万円)",
        "ご回答ありがとうございます。下記へFAX送付のほどよろしくお願いたします。",
        "いただいたアンケート回答につきましては、都道府県医師会等と共有し、導入の支援等に利用させていただきます。ご了承ください。",
        "送信先 日本医師会 情報システム課 FAX 03-3946-6295"
      })
  void theSheetSaysWordForWord(String words) {
    assertThat(Printed.TEXT).contains(packed(words));
  }

  @Test
  void aCharacterThatTheTypefaceLacksIsRefusedByName() {
    PrintItem words = new PrintItem.Text(new PointMm(20, 20), "𓀀", 10, Weight.REGULAR, Align.LEFT);
    Form odd = new Form("odd", "1", "Odd", 210, 297, FORM.fields(), List.of(words));

    assertThatThrownBy(() -> draw(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+13000");
  }

  private static byte[] draw(Form form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BlankDrawer.draw(form, out);
    return out.toByteArray();
  }

  /** Words without spaces and line ends, which a page breaks as it likes. */
  private static String packed(String words) {
    return words.replaceAll("\\s", "");
  }

  /** The text of the drawn sheet, taken out once. */
  private static final class Printed {
    static final String TEXT = text();

    private static String text() {
      try (PDDocument document = Loader.loadPDF(draw(FORM))) {
        return packed(new PDFTextStripper().getText(document));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
