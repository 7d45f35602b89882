package yomitori.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.line.CutEnd;
import yomitori.simulate.line.EffectKind;
import yomitori.simulate.line.FaxLine;
import yomitori.simulate.line.LinePlan;

/** Draws the pages of a call: the same machines for all, each sheet with its own wear. */
final class CallPages {

  /** A page that stops and is sent again lost at least this share of its rows, and at most that. */
  private static final double LEAST_KEPT = 0.15;

  private static final double MOST_KEPT = 0.9;

  private final Simulation simulation;
  private final Set<EffectKind> off;

  /**
   * @param off effects that are switched off
   */
  CallPages(Simulation simulation, Set<EffectKind> off) {
    this.simulation = simulation;
    this.off = Set.copyOf(off);
  }

  List<SentPage> of(Call call) {
    List<SentPage> pages = new ArrayList<>();
    LinePlan machines = simulation.plan(call.firstForm());
    if (call.kind() == Call.Kind.COVERED) {
      pages.add(cover(call, machines));
    }
    for (int i = 0; i < call.forms(); i++) {
      int form = call.firstForm() + i;
      LinePlan plan = simulation.plan(form).inCallOf(machines);
      if (call.kind() == Call.Kind.RESENT) {
        double kept = simulation.chance(form).stream("resent").between(LEAST_KEPT, MOST_KEPT);
        pages.add(form(form, plan.with(new CutEnd(kept)), call, pages.size()));
        plan = plan.with(new CutEnd(1));
      }
      pages.add(form(form, plan, call, pages.size()));
    }
    return pages;
  }

  private SentPage form(int number, LinePlan plan, Call call, int before) {
    LinePlan page = asPage(plan, call, before);
    SimulatedFax fax = simulation.fax(number, page);
    return new SentPage(fax.page(), page, Optional.of(fax.truth()));
  }

  private SentPage cover(Call call, LinePlan machines) {
    var own = simulation.chance(call.firstForm()).stream("cover");
    LinePlan page = asPage(simulation.plan(own).inCallOf(machines), call, 0);
    Sheet sheet = CoverSheet.draw(Simulation.SHEET_PX_PER_MM, own, call.pages());
    return new SentPage(
        FaxLine.send(sheet, page, own.stream("noise")).page(), page, Optional.empty());
  }

  private LinePlan asPage(LinePlan plan, Call call, int before) {
    // A page that is sent again keeps its number.
    boolean resent = call.kind() == Call.Kind.RESENT;
    int number = resent ? 1 : before + 1;
    int of = resent ? call.forms() : call.pages();
    return plan.asPage(number, of).without(off);
  }
}
