package yomitori.desk.queue;

import yomitori.desk.audit.Actor;
import yomitori.desk.values.Answer.Refusal;

/** What became of an answer. Whatever it is but {@link Taken}, nothing was changed. */
public sealed interface Outcome {

  /** It was taken. */
  record Taken() implements Outcome {}

  /** The field may not hold it. */
  record Refused(Refusal why) implements Outcome {}

  /** Too long without a sign of life: the page is another operator's by now. */
  record Lost(String holder) implements Outcome {}

  /** The field has been decided meanwhile. */
  record Settled(Actor by, String value) implements Outcome {}

  /** The page is gone, or was read anew and no longer has that doubt. */
  record Gone() implements Outcome {}
}
