package yomitori.desk.queue;

import java.time.Instant;
import yomitori.desk.audit.Actor;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Kind;

/**
 * Two readings of a field that are not the same.
 *
 * @param kind second: two people's; recheck: what was accepted, and a person's
 * @param form of the page, and the field
 * @param first what was accepted, or what the first person said
 * @param second what the second person said
 * @param who that was
 * @param settled what the field holds now
 * @param open whether nobody has settled it yet
 */
public record Difference(
    FieldKey key,
    Kind kind,
    FormField form,
    String first,
    String second,
    Actor who,
    Instant at,
    String settled,
    boolean open) {}
