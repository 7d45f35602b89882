package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;

/** The form that is shipped, held to the contract and to what survives a fax. */
class SurveyFormTest {

  static final Path FOLDER = Path.of("forms/jma-onshi-2022");

  private static final Form FORM = FormLoader.load(FOLDER.resolve("form.yaml"));

  @Test
  void itsDefinitionHasNoMistakes() {
    assertThat(FormLoader.check(FOLDER.resolve("form.yaml"))).isEmpty();
  }

  @Test
  void itsFieldsAreTheColumnsOfTheContract() {
    assertThat(FORM.id()).isEqualTo("jma-onshi-2022");
    assertThat(FORM.fields())
        .extracting(Field::id)
        .containsExactly(
            "prefecture",
            "institution_name",
            "institution_code",
            "respondent_name",
            "q1.none",
            "q1.paper_claims",
            "q1.quoted",
            "q1.reader_ordered",
            "q1.contracted",
            "q1.installed",
            "q1.operating",
            "q1.other",
            "q2",
            "q2.other",
            "q3.how_to_apply",
            "q3.reader_stock",
            "q3.no_vendor",
            "q3.reader_undelivered",
            "q3.no_fiber",
            "q3.line_work",
            "q3.vendor_work",
            "q3.few_claims",
            "q3.aged_it",
            "q3.closing",
            "q3.replace_demanded",
            "q3.over_subsidy",
            "q3.initial_cost",
            "q3.monthly_cost",
            "q3.other");
  }

  @Test
  void itsFieldsHoldWhatTheContractSays() {
    TextField prefecture = (TextField) field("prefecture");
    assertThat(prefecture.lexicon())
        .hasSize(47)
        .doesNotHaveDuplicates()
        .startsWith("北海道", "青森県")
        .contains("東京都", "京都府", "大阪府")
        .endsWith("沖縄県");
    assertThat(((CombField) field("institution_code")).cells()).hasSize(7);
    ChoiceField choice = (ChoiceField) field("q2");
    assertThat(choice.options())
        .extracting(choice::optionId)
        .containsExactly("operating", "by_april", "not_by_april", "exempt");
    assertThat(((AmountField) field("q3.initial_cost")).unit()).isEqualTo("万円");
    assertThat(((AmountField) field("q3.monthly_cost")).unit()).isEqualTo("万円");
  }

  @Test
  void itsBoxesAreLargeEnoughAndFarEnoughApartForAFax() {
    List<RectMm> boxes = FORM.checkBoxes().stream().map(CheckBox::box).toList();
    assertThat(boxes).hasSize(23).allMatch(box -> box.w() >= 3.6 && box.w() <= 4);
    for (RectMm box : boxes) {
      assertThat(boxes)
          .filteredOn(other -> !other.equals(box) && Math.abs(other.x() - box.x()) < box.w())
          .allMatch(other -> Math.abs(other.y() - box.y()) >= 7.5);
    }
    assertThat(FORM.checkBoxes())
        .allMatch(
            checkBox -> checkBox.labelArea().orElseThrow().x() - checkBox.box().right() >= 2.5);
  }

  @Test
  void itsWritingLinesLeaveRoomToWrite() {
    assertThat(FORM.fields())
        .filteredOn(TextField.class::isInstance)
        .map(TextField.class::cast)
        .allMatch(text -> text.area().h() / text.lines() >= 9);
  }

  @Test
  void itsSmallestTypeSurvivesAFax() {
    assertThat(FORM.print())
        .filteredOn(PrintItem.Text.class::isInstance)
        .allMatch(item -> ((PrintItem.Text) item).sizePt() >= 9.5);
  }

  @Test
  void nothingIsPrintedWhereMachinesCutTheEdges() throws IOException {
    double density = 8;
    int margin = (int) (12 * density);
    GrayImage sheet = BlankRenderer.render(FORM, FOLDER, density);
    List<String> inked = new ArrayList<>();
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        boolean inside =
            Math.min(x, sheet.width() - 1 - x) >= margin
                && Math.min(y, sheet.height() - 1 - y) >= margin;
        if (!inside && sheet.get(x, y) != GrayImage.WHITE) {
          inked.add(x + ", " + y);
        }
      }
    }
    assertThat(inked).isEmpty();
  }

  private static Field field(String id) {
    return FORM.fields().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
