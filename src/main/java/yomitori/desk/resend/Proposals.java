package yomitori.desk.resend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.desk.resend.Pair.Why;

/**
 * Finds pages that may be one answer: both count, and nobody has looked at the two. Pages are laid
 * beside those they share something with only, so that the time grows with the pages, not with
 * their pairs.
 */
final class Proposals {

  /** A list that is longer is looked at from its beginning anyway. */
  private static final int MOST = 2_000;

  /** Whoever sends a fax again because of a busy line does so soon. */
  private static final long SOON_MS = Duration.ofDays(3).toMillis();

  /** Pairs of one sender whose answers are compared one by one. */
  private static final int MOST_COMPARED = 300;

  private final List<Counted> pages;
  private final Set<List<Long>> settled;

  /** What pages may have in common. */
  private record Shared(String form, String what, int prefecture) {}

  /** Two pages, the earlier in the ledger first. */
  record Two(Counted earlier, Counted later) {

    Pair because(Why why) {
      return new Pair(earlier.side(), later.side(), why);
    }

    /** Their numbers in the ledger. */
    List<Long> pages() {
      return List.of(earlier.side().page(), later.side().page());
    }
  }

  private Proposals(List<Counted> pages, Collection<List<Long>> settled) {
    this.pages = List.copyOf(pages);
    this.settled = Set.copyOf(settled);
  }

  static Proposals of(Handle handle) {
    return new Proposals(
        Counted.all(handle),
        handle
            .createQuery("SELECT page_id, later FROM resend")
            .map((row, context) -> List.of(row.getLong("page_id"), row.getLong("later")))
            .collect(Collectors.toSet()));
  }

  /** By code, then by name, of each the newest first. */
  List<Pair> byInstitution() {
    List<Pair> pairs = new ArrayList<>();
    find(Proposals::code, Proposals::ofOnePlace, MOST)
        .forEach(two -> pairs.add(two.because(Why.CODE)));
    find(Proposals::name, (a, b) -> !a.hasCodeOf(b) && a.mayHaveCodeOf(b), MOST)
        .forEach(two -> pairs.add(two.because(Why.NAME)));
    return pairs;
  }

  /** Of one sender, who answers not being sure; their answers are still to be compared. */
  List<Two> bySender() {
    return find(
        Proposals::sender,
        (a, b) ->
            soon(a, b)
                && a.mayHaveCodeOf(b)
                && !a.hasCodeOf(b)
                && (a.plainName().isEmpty() || !a.plainName().equals(b.plainName())),
        MOST_COMPARED);
  }

  private static Optional<Shared> code(Counted page) {
    return shared(page, page.side().code(), 0);
  }

  private static Optional<Shared> name(Counted page) {
    int prefecture = page.side().prefecture();
    return shared(page, prefecture > 0 ? page.plainName() : "", prefecture);
  }

  private static Optional<Shared> sender(Counted page) {
    return shared(page, page.sender(), 0);
  }

  private static Optional<Shared> shared(Counted page, String what, int prefecture) {
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shared(page.form(), what, prefecture));
  }

  private static boolean ofOnePlace(Counted a, Counted b) {
    int one = a.side().prefecture();
    int other = b.side().prefecture();
    return one == other || one == 0 || other == 0;
  }

  private static boolean soon(Counted a, Counted b) {
    return Math.abs(a.side().received().toEpochMilli() - b.side().received().toEpochMilli())
        < SOON_MS;
  }

  private List<Two> find(
      Function<Counted, Optional<Shared>> by, BiPredicate<Counted, Counted> like, int most) {
    Map<Shared, List<Counted>> groups = new HashMap<>();
    pages.forEach(
        page ->
            by.apply(page)
                .ifPresent(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(page)));
    List<Two> found = new ArrayList<>();
    for (int i = pages.size() - 1; i >= 0; i--) {
      Counted later = pages.get(i);
      List<Counted> group = by.apply(later).map(groups::get).orElseGet(List::of);
      for (int j = group.size() - 2; j >= 0; j--) { // the last is the later itself
        Two two = new Two(group.get(j), later);
        if (like.test(two.earlier(), later) && !settled.contains(two.pages())) {
          found.add(two);
          if (found.size() == most) {
            return found;
          }
        }
      }
      if (!group.isEmpty()) {
        group.remove(group.size() - 1);
      }
    }
    return found;
  }
}
