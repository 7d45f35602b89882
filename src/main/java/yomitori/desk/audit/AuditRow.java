package yomitori.desk.audit;

import java.time.Instant;

/** A row of the trail; {@code id} grows from row to row. */
public record AuditRow(long id, Instant at, Actor actor, Deed deed) {}
