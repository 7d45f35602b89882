package yomitori.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.hand.MarkShape;
import yomitori.simulate.hand.Script;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.hand.Writer;
import yomitori.simulate.line.Aperture;
import yomitori.simulate.line.Crease;
import yomitori.simulate.line.Dirt;
import yomitori.simulate.line.FaxGrid;
import yomitori.simulate.line.FaxLine;
import yomitori.simulate.line.FaxedBlank;
import yomitori.simulate.line.HeaderLine;
import yomitori.simulate.line.HitBytes;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.line.LostMargins;
import yomitori.simulate.line.LostRows;
import yomitori.simulate.line.PaperOffset;
import yomitori.simulate.line.PaperTurn;
import yomitori.simulate.line.Photocopy;
import yomitori.simulate.line.ReceiverShrink;
import yomitori.simulate.line.ScanScale;
import yomitori.simulate.line.Skew;
import yomitori.simulate.line.Specks;
import yomitori.simulate.line.Streaks;
import yomitori.simulate.line.Threshold;
import yomitori.simulate.line.UnevenFeed;
import yomitori.simulate.line.Wire;
import yomitori.simulate.respondent.Answers;
import yomitori.simulate.respondent.Respondent;
import yomitori.simulate.tiff.Coding;
import yomitori.simulate.tiff.FaxPdf;
import yomitori.simulate.tiff.FaxTiff;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/**
 * The faxes that come with the source: one of each thing that a desk meets, the same bytes on each
 * run. {@code testdata/README.md} says what each file shows.
 */
public final class DemoFaxes {

  private static final long SEED = 20221115;

  /** A good machine at fine resolution: what each page starts from. */
  private static final LinePlan LINE =
      LinePlan.PLAIN
          .with(new Threshold(150, 4, 5, Threshold.Halftone.NONE))
          .with(new Aperture(1.1, GrayImage.WHITE))
          .with(new PaperOffset(0.6, 0.9));

  private final Simulation simulation;
  private final Respondent respondents;
  private final Path folder;
  private final TruthFiles truth;

  private DemoFaxes(Form form, GrayImage blank, Path folder, TruthFiles truth) {
    this.simulation = new Simulation(form, blank, LineProfile.CLEAN, Purpose.DEMO, SEED);
    this.respondents = new Respondent(form);
    this.folder = folder;
    this.truth = truth;
  }

  /**
   * Writes them all, with their truth.
   *
   * @param blank the form's blank, rendered at {@link Simulation#SHEET_PX_PER_MM}
   */
  public static void write(Form form, GrayImage blank, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (TruthFiles truth = new TruthFiles(form, folder)) {
      new DemoFaxes(form, blank, folder, truth).writeAll();
      truth.publish();
    }
  }

  private void writeAll() throws IOException {
    Writer typed = writer("typed", Script.PRINT, MarkShape.FILLED);
    Writer neat = writer("neat", Script.KLEE, MarkShape.CHECK);
    Writer quick = writer("quick", Script.SETO, MarkShape.CHECK_LONG);
    Writer marker = writer("marker", Script.YUSEI, MarkShape.CHECK_HOOK);
    Wire t4 = new Wire(Coding.T4_1D, false, true);

    tiff("fax-20221115-0912", page("clean", typed, LINE));
    tiff("fax-20221115-1004", page("skewed", neat, LINE.with(new Skew(3))));
    tiff(
        "fax-20221115-1147",
        page("upside down", quick, LINE.with(new PaperTurn(2)).with(new Skew(-0.6))));
    tiff(
        "fax-20221116-0835",
        page(
            "cut header",
            marker,
            LINE.with(header(HeaderLine.Place.OVER, "16日 08時35分", 1.7))
                .with(new PaperOffset(1, -3))
                .with(new LostMargins(2, 2, 0, 3))
                .with(t4)));
    tiff("fax-20221116-1318", page("noisy", quick, noisy()));
    tiff("fax-20221116-1552", send("blank", respondents.blank(), neat, LINE.with(new Skew(0.4))));
    tiff(
        "fax-20221117-0902",
        send("all ticked", respondents.everything(chance("all ticked")), neat, LINE));
    write("fax-20221117-1110.tif", FaxTiff.write(List.of(cover())));
    tiff(
        "fax-20221118-0312",
        page("first of two", neat, LINE.with(new Skew(-0.8))),
        page("second of two", quick, LINE.with(new Skew(0.5))));
    pdf("fax-20221118-1055", page("forwarded", typed, LINE.with(new Skew(-0.3))));
    tiff("fax-20221118-1420", page("damaged", neat, LINE.with(t4).with(new HitBytes(14, 0.02))));
    tiff(
        "fax-20221121-0840",
        page("standard", typed, LINE.with(FaxGrid.STANDARD).with(t4).with(new Skew(0.4))));
    tiff("fax-20221121-1655", page("shrunk", marker, shrunk()));
    tiff("fax-20221122-0931", page("copied", quick, copied()));
  }

  private static LinePlan noisy() {
    return LINE.with(new Photocopy(2, 150))
        .with(new Dirt(60))
        .with(new Crease(1, 120, 0.3, 0))
        .with(new Streaks(2, 1))
        .with(new Threshold(140, 14, 16, Threshold.Halftone.NONE))
        .with(new Specks(0.0008))
        .with(new Skew(1.1));
  }

  private static LinePlan shrunk() {
    return LINE.with(new ReceiverShrink(0.91))
        .with(header(HeaderLine.Place.ABOVE, "21日 16時55分", 0))
        .with(new LostRows(0.012, LostRows.Kind.FILLED_IN))
        .with(new Wire(Coding.T4_2D, true, true));
  }

  private static LinePlan copied() {
    return LINE.with(new FaxedBlank(7.7))
        .with(new Photocopy(1, 170))
        .with(new ScanScale(0.985, 0.992))
        .with(new UnevenFeed(0.4, 0.2, 180, 1, 0, 0))
        .with(FaxGrid.INCH_200)
        .with(new Aperture(1.3, GrayImage.WHITE))
        .with(new Wire(Coding.T6, false, true));
  }

  private static HeaderLine header(HeaderLine.Place place, String time, double cutMm) {
    return new HeaderLine(
        place,
        "2022年11月" + time + "  ﾜｶﾊﾞ ﾅｲｶ        FAX 09900001234    NO.0312  P. 1/ 1",
        4,
        cutMm);
  }

  private TiffPage cover() {
    Sheet sheet = CoverSheet.draw(Simulation.SHEET_PX_PER_MM);
    LinePlan plan = LINE.with(header(HeaderLine.Place.ABOVE, "17日 11時10分", 0)).with(new Skew(0.7));
    return FaxLine.send(sheet, plan, chance("cover")).page();
  }

  private static Chance chance(String name) {
    return Purpose.DEMO.chance(SEED).stream(name);
  }

  private static Writer writer(String name, Script script, MarkShape habit) {
    return Writer.draw(chance(name), Simulation.carelessness(LineProfile.CLEAN), Purpose.DEMO)
        .with(script, habit);
  }

  private SimulatedFax page(String name, Writer writer, LinePlan plan) {
    return send(name, respondents.answer(chance(name)), writer, plan);
  }

  private SimulatedFax send(String name, Answers answers, Writer writer, LinePlan plan) {
    return simulation.fax(chance(name), answers, writer, plan);
  }

  private void tiff(String name, SimulatedFax... faxes) throws IOException {
    List<TiffPage> pages = Stream.of(faxes).map(SimulatedFax::page).toList();
    write(name + ".tif", FaxTiff.write(pages));
    for (int i = 0; i < faxes.length; i++) {
      truth.add(name + ".tif", i + 1, faxes[i].truth());
    }
  }

  private void pdf(String name, SimulatedFax fax) throws IOException {
    write(name + ".pdf", FaxPdf.write(List.of(fax.page())));
    truth.add(name + ".pdf", 1, fax.truth());
  }

  private void write(String file, byte[] bytes) throws IOException {
    Files.write(folder.resolve(file), bytes);
  }
}
