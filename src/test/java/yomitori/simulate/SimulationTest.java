package yomitori.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.respondent.InstitutionCode;
import yomitori.simulate.tiff.FaxTiff;

class SimulationTest {

  /** Tags of marks that put much ink into the box. */
  private static final Set<String> INSIDE =
      Set.of("check", "check_long", "check_hook", "cross", "filled", "slash");

  @ParameterizedTest
  @EnumSource(LineProfile.class)
  void theSameSeedGivesTheSameBytes(LineProfile profile) {
    byte[] once = bytes(simulation(profile, Purpose.TUNING, 11).fax(3));
    Simulation again = simulation(profile, Purpose.TUNING, 11);
    again.fax(2);
    assertThat(bytes(again.fax(3))).isEqualTo(once);
    assertThat(bytes(simulation(profile, Purpose.TUNING, 12).fax(3))).isNotEqualTo(once);
    assertThat(bytes(simulation(profile, Purpose.REPORTING, 11).fax(3))).isNotEqualTo(once);
  }

  @Test
  void theTruthSaysWhereThePrintIs() {
    Simulation simulation = simulation(LineProfile.STANDARD, Purpose.TUNING, 21);
    for (int number = 1; number <= 4; number++) {
      SimulatedFax fax = simulation.fax(number);
      double onFrames = 0;
      double beside = 0;
      for (CheckBox box : JmaForm.FORM.checkBoxes()) {
        onFrames += inkAlong(fax, box.box().grow(-0.12));
        beside += inkAlong(fax, box.box().grow(0.75));
      }
      assertThat(onFrames).as("fax " + number).isGreaterThan(3 * beside);
    }
  }

  @Test
  void markedBoxesHoldInkAndUntouchedOnesDoNot() {
    Simulation simulation = simulation(LineProfile.FINE, Purpose.TUNING, 5);
    int marked = 0;
    for (int number = 1; number <= 5; number++) {
      SimulatedFax fax = simulation.fax(number);
      Map<String, PlaceTruth> places = places(fax);
      for (CheckBox box : JmaForm.FORM.checkBoxes()) {
        double ink = inkInside(fax, box.box().grow(-0.6));
        PlaceTruth truth = places.get(box.id());
        Set<String> effects = Set.copyOf(truth.place().effects());
        boolean meant = fax.truth().answers().marked().contains(box.id());
        assertThat(truth.place().meant()).as(box.id()).isEqualTo(meant ? "1" : "0");
        if (effects.isEmpty()) {
          assertThat(truth.visible()).isEmpty();
          assertThat(ink).as(number + " " + box.id()).isLessThan(0.03);
        } else if (effects.stream().anyMatch(INSIDE::contains) && !effects.contains("light")) {
          marked++;
          assertThat(ink).as(number + " " + truth).isGreaterThan(0.05);
          assertThat(truth.visible().orElseThrow()).as(number + " " + truth).isGreaterThan(0.4);
        }
      }
    }
    assertThat(marked).isGreaterThan(12);
  }

  @Test
  void answersAreThoseThatTheFormCanHold() {
    Simulation simulation = simulation(LineProfile.CLEAN, Purpose.TUNING, 8);
    SimulatedFax fax = simulation.fax(1);
    Map<String, String> values = fax.truth().answers().values();
    assertThat(values.keySet())
        .containsExactlyElementsOf(JmaForm.FORM.fields().stream().map(Field::id).toList());
    for (Field field : JmaForm.FORM.fields()) {
      String value = values.get(field.id());
      if (field instanceof CheckboxField) {
        assertThat(value).isIn("0", "1");
      } else if (field instanceof ChoiceField f) {
        Set<String> allowed = new HashSet<>(Set.of("", "?"));
        f.options().forEach(option -> allowed.add(f.optionId(option)));
        assertThat(allowed).contains(value);
      } else if (field instanceof TextField f && !f.lexicon().isEmpty()) {
        int prefecture = f.lexicon().indexOf(value) + 1;
        String code = values.get("institution_code");
        assertThat(prefecture).isPositive();
        assertThat(InstitutionCode.checkDigit(prefecture, code.substring(0, 6)))
            .isEqualTo(code.charAt(6) - '0');
      }
    }
  }

  private static Map<String, PlaceTruth> places(SimulatedFax fax) {
    return fax.truth().places().stream()
        .collect(Collectors.toMap(truth -> truth.place().id(), truth -> truth));
  }

  private static Simulation simulation(LineProfile profile, Purpose purpose, long seed) {
    return new Simulation(JmaForm.FORM, JmaForm.BLANK, profile, purpose, seed);
  }

  private static byte[] bytes(SimulatedFax fax) {
    return FaxTiff.write(List.of(fax.page()));
  }

  /** Share of ink along the edge of a rectangle of the form. */
  private static double inkAlong(SimulatedFax fax, RectMm r) {
    double[][] edge =
        Stream.iterate(0.0, t -> t < 1, t -> t + 0.05)
            .flatMap(
                t ->
                    Stream.of(
                        new double[] {r.x() + t * r.w(), r.y()},
                        new double[] {r.x() + t * r.w(), r.bottom()},
                        new double[] {r.x(), r.y() + t * r.h()},
                        new double[] {r.right(), r.y() + t * r.h()}))
            .toArray(double[][]::new);
    return ink(fax, edge);
  }

  private static double inkInside(SimulatedFax fax, RectMm r) {
    int side = 20;
    double[][] grid = new double[side * side][];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        grid[row * side + column] =
            new double[] {
              r.x() + (column + 0.5) / side * r.w(), r.y() + (row + 0.5) / side * r.h()
            };
      }
    }
    return ink(fax, grid);
  }

  private static double ink(SimulatedFax fax, double[][] points) {
    GrayImage image = fax.page().image();
    int ink = 0;
    int seen = 0;
    for (double[] p : points) {
      PointPx at = fax.truth().placement().toPage(p[0], p[1]);
      int x = (int) Math.floor(at.x());
      int y = (int) Math.floor(at.y());
      if (x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
        seen++;
        ink += image.get(x, y) == 0 ? 1 : 0;
      }
    }
    return seen == 0 ? 0 : ink / (double) seen;
  }
}
