package yomitori.register;

import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/** A page at the densities that its anchors are searched at. */
record Levels(Level coarse, Level middle, Level fine) {

  static Levels of(Page page) {
    Resolution r = page.resolution();
    Level fine = Level.of(page.image()).reduced(r, Anchor.Stage.FINE.pxPerMm);
    Level middle = fine.reduced(r, Anchor.Stage.MIDDLE.pxPerMm);
    return new Levels(middle.reduced(r, Anchor.Stage.COARSE.pxPerMm), middle, fine);
  }

  Level at(Anchor.Stage stage) {
    return switch (stage) {
      case COARSE -> coarse;
      case MIDDLE, MIDDLE_SHADE -> middle;
      case FINE, FINE_SHADE -> fine;
    };
  }
}
