package yomitori.simulate.score;

import java.util.Map;
import java.util.Optional;
import yomitori.form.Form;
import yomitori.simulate.line.Level;

/**
 * What is true about one page that holds a form.
 *
 * @param form the form on it
 * @param values what was meant, by field
 * @param places by place; empty where {@code fields.csv} is not there or does not name the page
 * @param effects the effects that acted on it
 * @param lattice where the form's points lie on it, where that is known
 */
record TruthPage(
    PageKey key,
    Form form,
    Map<String, String> values,
    Map<String, Place> places,
    Map<String, Level> effects,
    Optional<Lattice> lattice) {

  TruthPage {
    values = Map.copyOf(values);
    places = Map.copyOf(places);
    effects = Map.copyOf(effects);
  }

  /** The level of an effect on this page. */
  Level level(String effect) {
    return effects.getOrDefault(effect, Level.NONE);
  }
}
