package yomitori.desk.returns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/**
 * Who of a list has a name. Each name is looked for once, for the same answers are counted again
 * after each new one. May be used from any thread.
 */
final class NamedInstitutions {

  private final MasterList masters;
  private final Map<Name, List<MasterEntry>> found = new ConcurrentHashMap<>();

  private record Name(int prefecture, String name) {}

  NamedInstitutions(MasterList masters) {
    this.masters = masters;
  }

  /**
   * Those with a name, as {@link MasterList#named} has them.
   *
   * @param prefecture 1 to 47, or 0 for all
   */
  List<MasterEntry> of(int prefecture, String name) {
    return found.computeIfAbsent(
        new Name(prefecture, name), asked -> masters.named(asked.prefecture(), asked.name()));
  }
}
