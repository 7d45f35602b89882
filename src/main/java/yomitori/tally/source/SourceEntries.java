package yomitori.tally.source;

import java.util.List;
import java.util.Map;

/** A source's file as it is written. */
record SourceEntries(
    String source,
    String id,
    String label,
    String file,
    String encoding,
    String sheet,
    TimeEntry receivedAt,
    String reference,
    Map<String, ColumnEntry> columns,
    List<CountEntry> counts) {

  record TimeEntry(String column, List<String> format, String zone) {}

  record ColumnEntry(
      String column,
      String separator,
      String other,
      Map<String, String> answers,
      List<String> marked) {}

  record CountEntry(String question, Long respondents, Map<String, Long> answers) {}
}
