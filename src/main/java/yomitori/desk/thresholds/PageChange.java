package yomitori.desk.thresholds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.desk.thresholds.ReadPages.ReadPage;
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
    try {
      RecordLine line = RecordLine.parse(page.line().getBytes(StandardCharsets.UTF_8));
      Redecision decided = Redecision.of(line, Map.of(form.id(), form), resolver);
      String after =
          decided.changes().isEmpty()
              ? page.line()
              : new String(decided.line().bytes(), StandardCharsets.UTF_8);
      return new PageChange(
          page, after, decided.changes().stream().filter(c -> c.kind() != Kind.DETAIL).toList());
    } catch (BrokenRecordException e) {
      throw new IllegalStateException("the reading of page " + page.id(), e);
    }
  }

  /** Without the fields that people have said something of. */
  PageChange without(Set<String> fields) {
    return new PageChange(
        page, line, changes.stream().filter(c -> !fields.contains(c.before().fieldId())).toList());
  }
}
