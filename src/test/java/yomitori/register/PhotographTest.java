package yomitori.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.simulate.JmaForm;

class PhotographTest {

  private static final Registrar REGISTRAR = new Registrar(List.of(SentForm.BLANK));

  private static Photograph photograph(double keystone, double degrees, double share) {
    return Photograph.of(
        JmaForm.BLANK, JmaForm.FORM.widthMm(), JmaForm.FORM.heightMm(), keystone, degrees, share);
  }

  @ParameterizedTest(name = "{0} narrower, turned by {1}°, {2} of the height")
  @CsvSource({
    "0, 0, 0.9",
    "0.05, 0, 0.9",
    "0.10, 0, 0.9",
    "0.10, 5, 0.85",
    "0.10, -15, 0.8",
    "0.05, 15, 0.7",
    "0.10, 180, 0.85"
  })
  void findsTheFormOnAPhotograph(double keystone, double degrees, double share) {
    Photograph photograph = photograph(keystone, degrees, share);
    assertThat(REGISTRAR.register(photograph.page()))
        .isInstanceOfSatisfying(
            Registration.Registered.class,
            r -> {
              double[] errors = photograph.errorsMm(r.page());
              assertThat(errors[errors.length - 1]).as("worst box, mm").isLessThan(0.3);
              assertThat(r.page().fit().matched()).isGreaterThan(0.8);
            });
  }

  @Test
  void takesNoOtherPhotographedSheetForTheForm() {
    GrayImage sheet = GrayImage.white(3360, 4752);
    for (int y = 300; y < 4400; y += 160) {
      for (int x = 300; x < 3000; x++) {
        for (int k = 0; k < 60; k++) {
          sheet.set(x, y + k, ((x / 23) * 7919 + y * 31) % 5 < 2 ? 0 : 255);
        }
      }
    }
    Photograph other = Photograph.of(sheet, 210, 297, 0.08, 6, 0.85);
    assertThat(REGISTRAR.register(other.page()))
        .isInstanceOfSatisfying(
            Registration.NotRegistered.class, r -> assertThat(r.nearest()).isEmpty());
  }

  private static final List<PointMm> CORNERS =
      List.of(
          new PointMm(0, 0),
          new PointMm(JmaForm.FORM.widthMm(), 0),
          new PointMm(JmaForm.FORM.widthMm(), JmaForm.FORM.heightMm()),
          new PointMm(0, JmaForm.FORM.heightMm()));

  @Test
  void fourPointsLayWhatNobodyElseFinds() {
    Photograph photograph = photograph(0.3, 20, 0.75);
    List<PointPx> seen =
        CORNERS.stream()
            .map(p -> photograph.map().map(p.x(), p.y()))
            .map(p -> new PointPx(p.x() + 3, p.y() - 4))
            .toList();
    RegisteredPage page = REGISTRAR.lay(photograph.page(), JmaForm.ID, CORNERS, seen);
    double[] errors = photograph.errorsMm(page);
    assertThat(errors[errors.length - 1]).as("worst box, mm").isLessThan(0.3);
    assertThat(page.fit().matched()).isGreaterThan(0.8);
  }

  @Test
  void fourPointsAreKeptWhereNothingOfTheFormIsSeen() {
    Photograph photograph = Photograph.of(GrayImage.white(3360, 4752), 210, 297, 0.1, 3, 0.85);
    List<PointPx> seen = CORNERS.stream().map(p -> photograph.map().map(p.x(), p.y())).toList();
    RegisteredPage page = REGISTRAR.lay(photograph.page(), JmaForm.ID, CORNERS, seen);
    double[] errors = photograph.errorsMm(page);
    assertThat(errors[errors.length - 1]).as("worst box, mm").isLessThan(0.1);
    assertThat(page.fit().matched()).isLessThan(0.1);
    assertThat(page.fitNear(JmaForm.FORM.checkBoxes().get(0).box())).isLessThan(0.2);
  }
}
