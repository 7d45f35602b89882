package yomitori.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointPx;
import yomitori.geometry.Resolution;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.simulate.JmaForm;
import yomitori.simulate.Simulation;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.line.Effect;
import yomitori.simulate.line.FaxLine;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.Placement;
import yomitori.simulate.tiff.FaxTiff;

/**
 * A form sent down the simulated line and taken in again, for tests.
 *
 * @param page as intake gives it
 * @param placement where the form's points truly lie on it
 */
public record SentForm(Page page, Placement placement) {

  /** The survey's blank as the reader is given it. */
  public static final Blank BLANK =
      new Blank(JmaForm.FORM, Pyramid.reduce(JmaForm.BLANK, 2, 2), Simulation.SHEET_PX_PER_MM / 2);

  public static SentForm blankSheet(Effect... effects) {
    return sheet(JmaForm.BLANK, effects);
  }

  /** Any sheet, drawn at the simulator's density. */
  static SentForm sheet(GrayImage image, Effect... effects) {
    LinePlan plan = LinePlan.PLAIN;
    for (Effect effect : effects) {
      plan = plan.with(effect);
    }
    Sheet sheet = new Sheet(image, Simulation.SHEET_PX_PER_MM);
    FaxLine.ReceivedPage received = FaxLine.send(sheet, plan, new Chance(1));
    return new SentForm(takenIn(received.page()), received.placement());
  }

  /** What intake makes of a simulated page. */
  public static Page takenIn(FaxTiff.TiffPage tiff) {
    try {
      Path file = Files.createTempFile("sent", ".tif");
      try {
        Files.write(file, FaxTiff.write(List.of(tiff)));
        try (FaxDocument document = Intake.open(file, "sent.tif")) {
          return ((IntakeOutcome.Decoded) document.page(1)).page();
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest error over all boxes that lie on the page, in mm. */
  public double worstErrorMm(RegisteredPage registered) {
    Resolution r = page.resolution();
    return JmaForm.FORM.checkBoxes().stream()
        .map(box -> box.box().centre())
        .filter(
            p -> {
              PointPx t = placement.toPage(p.x(), p.y());
              return t.x() >= 0
                  && t.y() >= 0
                  && t.x() < page.image().width()
                  && t.y() < page.image().height();
            })
        .mapToDouble(
            p -> {
              PointPx truth = placement.toPage(p.x(), p.y());
              PointPx found = registered.transform().toPage(p);
              return Math.hypot(
                  (found.x() - truth.x()) / r.pxPerMmX(), (found.y() - truth.y()) / r.pxPerMmY());
            })
        .max()
        .orElseThrow();
  }
}
