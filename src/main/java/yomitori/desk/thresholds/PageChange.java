package yomitori.desk.thresholds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.desk.thresholds.ReadPages.ReadPage;
import yomitori.desk.values.StoredLine;
import yomitori.form.Form;
import yomitori.record.BrokenRecordException;
import yomitori.record.PageReader.ResolveStage;
import yomitori.record.RecordLine;
import yomitori.record.Redecision;
import yomitori.record.Redecision.Change;
import yomitori.record.Redecision.Kind;

/**
 * What deciding a page anew changes.
 *
 * @param page before
 * @param line after
 * @param changes answers that would not be what they were; without those of which only details
 *     would
 */
record PageChange(ReadPage page, String line, List<Change> changes) {

  /**
   * Decides a page anew.
   *
   * @param form with the costs to decide by
   * @throws IllegalStateException if the ledger holds what no reading wrote
   */
  static PageChange of(ReadPage page, Form form, ResolveStage resolver) {
    RecordLine line = StoredLine.parse(page.line());
    Redecision decided = decide(line, form, resolver);
    String after =
        decided.changes().isEmpty()
            ? page.line()
            : new String(decided.line().bytes(), StandardCharsets.UTF_8);
    return new PageChange(
        page, after, decided.changes().stream().filter(c -> c.kind() != Kind.DETAIL).toList());
  }

  private static Redecision decide(RecordLine line, Form form, ResolveStage resolver) {
    try {
      return Redecision.of(line, Map.of(form.id(), form), resolver);
    } catch (BrokenRecordException e) {
      throw new IllegalStateException("the ledger holds measures that no reading wrote", e);
    }
  }

  /** Without the fields that people have said something of. */
  PageChange without(Set<String> fields) {
    return new PageChange(
        page, line, changes.stream().filter(c -> !fields.contains(c.before().fieldId())).toList());
  }
}
