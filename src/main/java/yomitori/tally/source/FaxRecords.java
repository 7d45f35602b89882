package yomitori.tally.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.NotCounted.Reason;

/** Records as they come, line after line and file after file; the last of each stands. */
final class FaxRecords {

  static final String ACCEPTED = "accepted";
  static final String REVIEW = "review";

  private static final String UNREADABLE = "unreadable";
  private static final String NOT_A_FORM = "not_a_form";
  private static final int SHOWN = 200;

  private final String form;
  private final Timestamps times = Timestamps.usual();
  private final Map<String, Standing> standing = new LinkedHashMap<>();
  private final List<NotCounted> gone = new ArrayList<>();

  /** What the last line of a record came to. */
  private record Standing(String place, Optional<Answer> answer, Optional<NotCounted> not) {}

  /**
   * @param form the id of the form whose records count
   */
  FaxRecords(String form) {
    this.form = form;
  }

  /** Takes a record in place of an earlier one; false where it is none. */
  boolean add(RecordHead head, Map<String, Given> values, String where, String line) {
    Optional<Reason> reason = reason(head);
    if (head.recordId().isBlank() || reason.equals(Optional.of(Reason.BROKEN))) {
      broken(where, line);
      return false;
    }
    Standing before = standing.remove(head.recordId());
    if (before != null) {
      gone.add(not(head.recordId(), Reason.REPLACED, before.place()));
    }
    standing.put(head.recordId(), standing(head, values, reason));
    return true;
  }

  private Standing standing(RecordHead head, Map<String, Given> values, Optional<Reason> reason) {
    String id = head.recordId();
    String place = head.place();
    if (reason.isPresent()) {
      String detail = reason.get() == Reason.OTHER_FORM ? head.form() + ": " + place : place;
      return new Standing(place, Optional.empty(), Optional.of(not(id, reason.get(), detail)));
    }
    Optional<Instant> time = times.read(head.receivedAt());
    Answer answer = new Answer(FaxSource.ID, id, time, values);
    Optional<NotCounted> untimed =
        time.isPresent()
            ? Optional.empty()
            : Optional.of(not(id, Reason.NO_TIME, head.receivedAt()));
    return new Standing(place, Optional.of(answer), untimed);
  }

  private Optional<Reason> reason(RecordHead head) {
    return switch (head.status()) {
      case NOT_A_FORM -> Optional.of(Reason.NOT_A_FORM);
      case UNREADABLE, ACCEPTED, REVIEW -> {
        if (!head.form().equals(form)) {
          yield Optional.of(Reason.OTHER_FORM);
        }
        yield head.status().equals(UNREADABLE) ? Optional.of(Reason.UNREADABLE) : Optional.empty();
      }
      default -> Optional.of(Reason.BROKEN);
    };
  }

  /**
   * Takes a line that is no record.
   *
   * @param where its file and number
   */
  void broken(String where, String line) {
    String detail = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    gone.add(not(where, Reason.BROKEN, detail.strip()));
  }

  /** Takes back a record that came earlier; what comes again later stands. */
  void withdraw(String recordId) {
    Standing before = standing.remove(recordId);
    if (before != null) {
      gone.add(not(recordId, Reason.WITHDRAWN, before.place()));
    }
  }

  /** The answers in the order of their last lines. */
  List<Answer> answers() {
    return standing.values().stream().flatMap(one -> one.answer().stream()).toList();
  }

  /** What does not count: first what was replaced, taken back or broken, then the rest. */
  List<NotCounted> notCounted() {
    List<NotCounted> all = new ArrayList<>(gone);
    standing.values().forEach(one -> one.not().ifPresent(all::add));
    return all;
  }

  private static NotCounted not(String reference, Reason reason, String detail) {
    return new NotCounted(FaxSource.ID, reference, reason, detail);
  }
}
