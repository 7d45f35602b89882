package yomitori.form;

import java.util.HashMap;
import java.util.Map;

/** What a form may ask for in one field only: whatever belongs to the institution that answers. */
final class Once {

  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * Notes that a field asks for something; a mistake if another one did.
   *
   * @param value where the field says so
   * @param what how it says so
   */
  void claim(YamlValue value, String what) {
    Integer earlier = lines.putIfAbsent(what, value.node().getStartMark().getLine() + 1);
    if (earlier != null) {
      value.problems().add(value.node(), Mistake.ASKED_TWICE, what, earlier);
    }
  }
}
