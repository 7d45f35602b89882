package yomitori.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.simulate.JmaForm;
import yomitori.simulate.Simulation;
import yomitori.simulate.line.Effect;
import yomitori.simulate.line.FaxGrid;
import yomitori.simulate.line.PaperTurn;
import yomitori.simulate.line.Skew;

class TellingFormsApartTest {

  /** How many of each kind. */
  private static final int EACH = 29;

  @Test
  void takesNoOtherDocumentForTheForm() {
    Registrar registrar = new Registrar(List.of(SentForm.BLANK));
    for (OtherDocuments kind : OtherDocuments.values()) {
      for (int seed = 0; seed < EACH; seed++) {
        assertThat(registrar.register(kind.page(seed)))
            .as("%s, seed %d", kind, seed)
            .isInstanceOfSatisfying(
                Registration.NotRegistered.class, r -> assertThat(r.nearest()).isEmpty());
      }
    }
  }

  /** The survey's sheet with its halves the other way round, so that three forms look alike. */
  private static final List<GrayImage> SHEETS =
      List.of(
          JmaForm.BLANK,
          moved(JmaForm.BLANK, JmaForm.BLANK.width() / 2, 0),
          moved(JmaForm.BLANK, 0, JmaForm.BLANK.height() / 2));

  private static final Registrar THREE =
      new Registrar(List.of(blank("first", 0), blank("second", 1), blank("third", 2)));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void threeFormsAreToldApart(int which) {
    String id = List.of("first", "second", "third").get(which);
    assertThat(formOf(which)).isEqualTo(id);
    assertThat(formOf(which, new PaperTurn(2), new Skew(2))).isEqualTo(id);
    assertThat(formOf(which, FaxGrid.STANDARD)).isEqualTo(id);
    assertThat(formOf(which, FaxGrid.STANDARD, new PaperTurn(2))).isEqualTo(id);
  }

  private static String formOf(int which, Effect... effects) {
    return THREE.register(SentForm.sheet(SHEETS.get(which), effects).page())
            instanceof Registration.Registered r
        ? r.page().form().id()
        : "none";
  }

  private static Blank blank(String id, int sheet) {
    Form f = JmaForm.FORM;
    Form form =
        new Form(
            id, f.version(), f.title(), f.widthMm(), f.heightMm(), f.fields(), f.print(), "b.pdf");
    return new Blank(form, Pyramid.reduce(SHEETS.get(sheet), 2, 2), Simulation.SHEET_PX_PER_MM / 2);
  }

  private static GrayImage moved(GrayImage image, int right, int down) {
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        out.set((x + right) % image.width(), (y + down) % image.height(), image.get(x, y));
      }
    }
    return out;
  }
}
