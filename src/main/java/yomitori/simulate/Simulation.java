package yomitori.simulate;

import java.util.List;
import java.util.Optional;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.resolve.master.MasterList;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.hand.Carelessness;
import yomitori.simulate.hand.FilledForm;
import yomitori.simulate.hand.Place;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.hand.Writer;
import yomitori.simulate.line.FaxLine;
import yomitori.simulate.line.FaxLine.ReceivedPage;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.respondent.Answers;
import yomitori.simulate.respondent.Respondent;

/**
 * Draws answered forms and sends them down a simulated fax line. The same form, profile, purpose
 * and seed give the same faxes, each whatever others are asked for. Thread-safe.
 */
public final class Simulation {

  /** Density of the sheets that are written on: 406 dpi, twice a fax's pixels across. */
  public static final double SHEET_PX_PER_MM = 16;

  private final Form form;
  private final GrayImage blank;
  private final LineProfile profile;
  private final Purpose purpose;
  private final Carelessness carelessness;
  private final Chance chance;
  private final Respondent respondents;

  /**
   * @param form the form to answer
   * @param blank its blank, rendered at {@link #SHEET_PX_PER_MM}
   * @param profile how bad the line is; on a clean one people also write with care
   * @param purpose what the faxes are for
   * @param seed tells one set of faxes from another
   */
  public Simulation(Form form, GrayImage blank, LineProfile profile, Purpose purpose, long seed) {
    this(form, blank, profile, purpose, seed, Optional.empty());
  }

  /**
   * The same.
   *
   * @param masters the institutions that answer; made up where there is no list
   */
  public Simulation(
      Form form,
      GrayImage blank,
      LineProfile profile,
      Purpose purpose,
      long seed,
      Optional<MasterList> masters) {
    this.form = form;
    this.blank = blank;
    this.profile = profile;
    this.purpose = purpose;
    this.carelessness = carelessness(profile);
    this.chance = purpose.chance(seed).stream(profile.name());
    this.respondents = new Respondent(form, masters);
  }

  /** People take less care on forms that go down worse lines. The factors are an assumption. */
  static Carelessness carelessness(LineProfile profile) {
    return new Carelessness(
        switch (profile) {
          case CLEAN -> 0.05;
          case FINE -> 0.6;
          case STANDARD -> 1;
          case HARSH -> 1.6;
        });
  }

  /** The fax of this number, from 1. */
  public SimulatedFax fax(int number) {
    return fax(number, plan(number));
  }

  /** The form of this number, sent down a line of one's own. */
  public SimulatedFax fax(int number, LinePlan plan) {
    Chance own = chance(number);
    return fax(own, respondents.answer(own), Writer.draw(own, carelessness, purpose), plan);
  }

  /** What the line does to the form of this number. */
  public LinePlan plan(int number) {
    return plan(chance(number));
  }

  LinePlan plan(Chance own) {
    return LinePlan.draw(profile, own.stream("line"));
  }

  Chance chance(int number) {
    return chance.stream(number);
  }

  /** The calls that bring forms 1 to {@code count}. */
  List<Call> calls(int count) {
    return Call.all(count, profile, chance.stream("calls"));
  }

  /**
   * A fax of which some is given.
   *
   * @param own where the rest comes from
   */
  SimulatedFax fax(Chance own, Answers answers, Writer writer, LinePlan plan) {
    Sheet sheet = new Sheet(blank, SHEET_PX_PER_MM);
    plan.faxedBlank().apply(sheet.image(), SHEET_PX_PER_MM);
    FilledForm hand = new FilledForm(form, writer, carelessness, purpose);
    List<Place> places = hand.fill(sheet, answers, own.stream("hand"));
    ReceivedPage received = FaxLine.send(sheet, plan, own.stream("noise"));
    List<PlaceTruth> seen =
        places.stream()
            .map(place -> PlaceTruth.of(place, received.page().image(), received.placement()))
            .toList();
    PageTruth truth = new PageTruth(answers, writer, seen, plan, received.placement());
    return new SimulatedFax(received.page(), truth);
  }
}
