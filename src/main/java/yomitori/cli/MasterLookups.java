package yomitori.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/**
 * How long it takes to find an institution of a master list, in ns: by prefecture and code, and by
 * a name of which one character in four was misread.
 *
 * @param byCode sorted
 * @param byName sorted
 */
record MasterLookups(List<Long> byCode, List<Long> byName) {

  /** Look-ups measured of each kind; as many go before, unmeasured. */
  private static final int COUNT = 500;

  private static final int MISREAD_EVERY = 4;

  private static final char MISREAD = '口';

  private static final int MATCHES = 5;

  MasterLookups {
    byCode = List.copyOf(byCode);
    byName = List.copyOf(byName);
  }

  /** Looks institutions up that are spread evenly over the list. */
  static MasterLookups of(MasterList list) {
    return new MasterLookups(
        times(list, entry -> list.find(entry.prefecture(), entry.code()).orElseThrow()),
        times(list, entry -> list.byName(misread(entry.name()), MATCHES)));
  }

  private static List<Long> times(MasterList list, Function<MasterEntry, Object> find) {
    List<MasterEntry> entries = list.entries();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2 * COUNT; i++) {
      MasterEntry entry = entries.get((int) ((long) i * entries.size() / (2 * COUNT)));
      long start = System.nanoTime();
      Object found = find.apply(entry);
      long taken = System.nanoTime() - start;
      Objects.requireNonNull(found);
      if (i >= COUNT) {
        times.add(taken);
      }
    }
    Collections.sort(times);
    return times;
  }

  private static String misread(String name) {
    StringBuilder read = new StringBuilder(name);
    for (int i = 1; i < read.length(); i += MISREAD_EVERY) {
      read.setCharAt(i, MISREAD);
    }
    return read.toString();
  }

  /** The time that a share of the look-ups takes at most, ns. */
  static long quantile(List<Long> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }
}
