package yomitori.simulate.line;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Something that happens to a page on its way; a record whose components are its parameters. */
public interface Effect {

  /** How much these parameters change. */
  Level level();

  /** Whether these parameters change anything; where not, applying the effect is the identity. */
  default boolean acts() {
    return level() != Level.NONE;
  }

  /** The effect's name in the truth and on the command line. */
  default String name() {
    return nameOf(getClass());
  }

  /** The name of the effects of a class. */
  static String nameOf(Class<? extends Effect> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The parameters by name, numbers to four places, without white space. */
  default Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (RecordComponent component : getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(this);
        String text =
            value instanceof Double d ? String.format(Locale.ROOT, "%.4f", d) : value.toString();
        parameters.put(component.getName(), text.strip().replaceAll("\\s+", "_"));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return parameters;
  }
}
