package yomitori.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An entry says what it is by the one key that names a kind. */
final class Kinds {

  private Kinds() {}

  /** The kind that {@code entry} names; none or two are noted as mistakes. */
  static Optional<String> of(YamlMap entry, Collection<String> kinds, Problems problems) {
    List<String> named = entry.keys().stream().filter(kinds::contains).toList();
    if (named.isEmpty()) {
      problems.add(entry.node(), Mistake.NO_KIND, String.join(", ", kinds));
      return Optional.empty();
    }
    if (named.size() > 1) {
      problems.add(entry.node(), Mistake.TWO_KINDS, named.get(0), named.get(1));
      return Optional.empty();
    }
    return Optional.of(named.get(0));
  }
}
