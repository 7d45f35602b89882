package yomitori.desk.thresholds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import yomitori.form.DoubtCosts;
import yomitori.form.Form;

/**
 * The costs by which pages are decided where managers have set others than the form says. May be
 * used from any thread.
 */
public final class CostsInForce {

  private final Map<String, DoubtCosts> byForm = new ConcurrentHashMap<>();

  /** The form with the costs that hold for it now. */
  public Form of(Form form) {
    DoubtCosts costs = byForm.get(form.id());
    return costs == null ? form : form.withDoubt(costs);
  }

  void put(String form, DoubtCosts costs) {
    byForm.put(form, costs);
  }
}
