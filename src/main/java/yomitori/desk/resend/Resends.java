package yomitori.desk.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.resend.Pair.Why;
import yomitori.desk.resend.Proposals.Two;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.PuttingAside;
import yomitori.desk.values.Values;
import yomitori.form.Form;

/**
 * Proposes pages that may be one answer sent twice, and takes what a person says of them. Nothing
 * is put aside by itself. May be used from any thread.
 */
public final class Resends {

  private final Ledger ledger;
  private final Respondents respondents;
  private final PageForms forms;
  private final Clock clock;

  /** The faxes of a desk. */
  public Resends(Ledger ledger, Respondents respondents, PageForms forms, Clock clock) {
    this.ledger = ledger;
    this.respondents = respondents;
    this.forms = forms;
    this.clock = clock;
  }

  /** Pairs at which nobody has looked, each once: by code, by name, then by sender. */
  public List<Pair> proposed() {
    respondents.refresh();
    return ledger.read(
        handle -> {
          Proposals proposals = Proposals.of(handle);
          List<Pair> pairs = new ArrayList<>(proposals.byInstitution());
          pairs.addAll(alike(handle, proposals.bySender()));
          Set<List<Long>> seen = new HashSet<>();
          return pairs.stream()
              .filter(pair -> seen.add(List.of(pair.earlier().page(), pair.later().page())))
              .toList();
        });
  }

  private List<Pair> alike(Handle handle, List<Two> ofOneSender) {
    Set<Long> pages = new HashSet<>();
    ofOneSender.forEach(two -> pages.addAll(two.pages()));
    if (pages.isEmpty()) {
      return List.of();
    }
    Map<Long, Map<String, FieldState>> values = Values.states(handle, pages);
    return ofOneSender.stream()
        .filter(
            two -> {
              Optional<Form> form = forms.find(two.earlier().form(), two.earlier().version());
              return form.isPresent()
                  && Likeness.nearlySame(
                      form.get(),
                      values.getOrDefault(two.earlier().side().page(), Map.of()),
                      values.getOrDefault(two.later().side().page(), Map.of()));
            })
        .map(two -> two.because(Why.SENDER))
        .toList();
  }

  /**
   * Both are one answer, of which one page counts; the other is put aside.
   *
   * @return false, and nothing is changed, where one of them no longer counts
   */
  public boolean same(Actor who, long kept, long aside) {
    return ledger.write(
        handle -> {
          Instant now = clock.instant();
          boolean done = PuttingAside.aside(handle, now, who, aside, kept);
          return done && note(handle, now, who, kept, aside, kept);
        });
  }

  /**
   * They are two answers: both count, and are not proposed again.
   *
   * @return false, and nothing is changed, where one of them no longer counts
   */
  public boolean different(Actor who, long one, long other) {
    return ledger.write(
        handle -> {
          if (one == other
              || !PuttingAside.counts(handle, one)
              || !PuttingAside.counts(handle, other)) {
            return false;
          }
          Instant now = clock.instant();
          String earlier = Long.toString(Math.min(one, other));
          String later = Long.toString(Math.max(one, other));
          Audit.add(
              handle, now, who, Deed.change(Action.KEPT_APART, Values.PAGE, later, "", earlier));
          return note(handle, now, who, one, other, 0);
        });
  }

  /** Takes back what was said of two pages; false where nothing was. */
  public boolean undo(Actor who, long earlier, long later) {
    return ledger.write(
        handle -> {
          Optional<Settled> settled = find(handle, earlier, later);
          if (settled.isEmpty()) {
            return false;
          }
          Instant now = clock.instant();
          long kept = settled.get().kept();
          if (kept == 0) {
            String page = Long.toString(later);
            Audit.add(
                handle,
                now,
                who,
                Deed.change(Action.UNDONE, Values.PAGE, page, Long.toString(earlier), ""));
          } else {
            PuttingAside.back(handle, now, who, kept == earlier ? later : earlier, kept);
          }
          handle.execute("DELETE FROM resend WHERE page_id = ? AND later = ?", earlier, later);
          return true;
        });
  }

  private static boolean note(
      Handle handle, Instant at, Actor who, long one, long other, long kept) {
    return handle
            .createUpdate(
                "INSERT INTO resend (page_id, later, kept, operator_id, operator, at) VALUES"
                    + " (:earlier, :later, :kept, :who, :name, :at) ON CONFLICT (page_id, later) DO"
                    + " UPDATE SET kept = excluded.kept, operator_id = excluded.operator_id,"
                    + " operator = excluded.operator, at = excluded.at")
            .bind("earlier", Math.min(one, other))
            .bind("later", Math.max(one, other))
            .bind("kept", kept)
            .bind("who", who.id())
            .bind("name", who.name())
            .bind("at", at.toEpochMilli())
            .execute()
        > 0;
  }

  /** What was said of two pages. */
  public Optional<Settled> find(long earlier, long later) {
    return ledger.read(handle -> find(handle, earlier, later));
  }

  private static Optional<Settled> find(Handle handle, long earlier, long later) {
    return settled(handle, " WHERE d.page_id = " + earlier + " AND d.later = " + later).findFirst();
  }

  /** What was said last. */
  public List<Settled> settled(int most) {
    return ledger.read(
        handle -> settled(handle, " ORDER BY d.at DESC, d.later DESC LIMIT " + most).toList());
  }

  private static Stream<Settled> settled(Handle handle, String which) {
    return handle
        .createQuery(
            "SELECT d.*, COALESCE(r.name, '') AS name FROM resend d LEFT JOIN respondent r ON"
                + " r.page_id = d.page_id"
                + which)
        .map(
            (row, context) ->
                new Settled(
                    row.getLong("page_id"),
                    row.getLong("later"),
                    row.getLong("kept"),
                    row.getString("operator"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("name")))
        .list()
        .stream();
  }
}
