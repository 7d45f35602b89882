package yomitori.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PageTransformTest {

  @RepeatedTest(50)
  void goesToThePageAndBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    PageTransform transform = randomTransform(random);
    for (int i = 0; i < 50; i++) {
      PointMm p = new PointMm(random.nextDouble() * 210, random.nextDouble() * 297);
      PointMm back = transform.toForm(transform.toPage(p));
      assertThat(back.x()).isCloseTo(p.x(), within(0.01));
      assertThat(back.y()).isCloseTo(p.y(), within(0.01));
    }
  }

  @RepeatedTest(20)
  void affineMapThenItsInverseChangesNothing(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Affine affine = randomAffine(random);
    Affine nothing = affine.then(affine.inverse());
    assertThat(nothing.mapX(123, 45)).isCloseTo(123, within(1e-6));
    assertThat(nothing.mapY(123, 45)).isCloseTo(45, within(1e-6));
  }

  @Test
  void thenDoesTheFirstMapFirst() {
    Affine map = Affine.scale(2, 3).then(Affine.translate(10, 20));
    assertThat(map.mapX(1, 1)).isEqualTo(12);
    assertThat(map.mapY(1, 1)).isEqualTo(23);
  }

  @Test
  void positiveAnglesTurnCounterClockwiseAsSeen() {
    Affine quarter = Affine.rotate(90);
    assertThat(quarter.mapX(1, 0)).isCloseTo(0, within(1e-12));
    assertThat(quarter.mapY(1, 0))
        .as("the right goes up, where y is less")
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void displacementIsBilinearBetweenLatticePoints() {
    float[] dx = {0, 10, 0, 10};
    float[] dy = {0, 0, 4, 4};
    PageTransform transform = PageTransform.of(Affine.IDENTITY, 10, 2, dx, dy);
    assertThat(transform.toPage(5, 5)).isEqualTo(new PointPx(10, 7));
    assertThat(transform.toPage(100, 100))
        .as("constant beyond the lattice")
        .isEqualTo(new PointPx(110, 104));
  }

  @Test
  void boundsHoldAllCorners() {
    PageTransform transform = PageTransform.of(Affine.rotate(30).then(Affine.translate(100, 100)));
    RectPx bounds = transform.boundsOnPage(new RectMm(0, 0, 10, 20));
    assertThat(bounds).isEqualTo(new RectPx(100, 95, 19, 23));
  }

  @Test
  void refusesLatticesThatAreNotWholeRows() {
    float[] three = new float[3];
    assertThatThrownBy(() -> PageTransform.of(Affine.IDENTITY, 10, 2, three, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 2");
  }

  private static Affine randomAffine(Random random) {
    return Affine.rotate(random.nextDouble() * 360)
        .then(Affine.scale(4 + random.nextDouble() * 10, 4 + random.nextDouble() * 10))
        .then(Affine.translate(random.nextDouble() * 500, random.nextDouble() * 500));
  }

  private static PageTransform randomTransform(Random random) {
    int columns = 22;
    int rows = 31;
    float[] dx = new float[columns * rows];
    float[] dy = new float[columns * rows];
    double phase = random.nextDouble() * 6;
    for (int i = 0; i < dx.length; i++) {
      int row = i / columns;
      double y = (double) row / rows;
      dx[i] = (float) (4 * Math.sin(phase + 3 * y));
      dy[i] = (float) (10 * Math.sin(phase + 5 * y));
    }
    return PageTransform.of(randomAffine(random), 10, columns, dx, dy);
  }
}
