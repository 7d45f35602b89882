package yomitori.simulate.line;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Something that happens to a page on its way; a record whose components are its parameters. */
public interface Effect {

  /** Whether these parameters change anything; where not, applying the effect is the identity. */
  boolean acts();

  /** The effect's name in the truth. */
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** The parameters by name, numbers to four places. */
  default Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (RecordComponent component : getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(this);
        parameters.put(
            component.getName(),
            value instanceof Double d ? String.format(Locale.ROOT, "%.4f", d) : value.toString());
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return parameters;
  }
}
