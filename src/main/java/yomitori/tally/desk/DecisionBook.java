package yomitori.tally.desk;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import yomitori.desk.audit.Actor;
import yomitori.tally.desk.Decision.Word;
import yomitori.tally.duplicate.DecisionFile;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.input.TallyException;

/** What people said of pairs of answers, in {@code decisions.csv}. May be used from any thread. */
public final class DecisionBook {

  private static final String AT = "decided_at";
  private static final String BY = "decided_by";

  private static final List<String> COLUMNS =
      Stream.concat(DecisionFile.COLUMNS.stream(), Stream.of(AT, BY)).toList();

  private final Path file;
  private final TallyTrail trail;

  /** The decisions of a desk. */
  public DecisionBook(TallyFolder folder, TallyTrail trail) {
    this.file = folder.decisions();
    this.trail = trail;
  }

  /**
   * All that was said, by pair; of one pair the last.
   *
   * @throws TallyException if the file is there and cannot be used
   */
  public synchronized Map<Set<AnswerName>, Decision> all() throws TallyException, IOException {
    Map<Set<AnswerName>, Decision> all = new LinkedHashMap<>();
    if (Files.notExists(file)) {
      return all;
    }
    for (DecisionFile.Row row : DecisionFile.rows(file)) {
      Decision decision =
          new Decision(
              row.first(),
              row.second(),
              Word.of(row.decision()),
              row.others().getOrDefault(AT, ""),
              row.others().getOrDefault(BY, ""));
      if (!decision.first().equals(decision.second())) {
        all.remove(decision.pair());
        all.put(decision.pair(), decision);
      }
    }
    return all;
  }

  /**
   * Notes what a person says of two answers; it is on the disk when this returns.
   *
   * @param word nothing takes back what was said
   * @throws TallyException if the file is there and cannot be used
   */
  public synchronized void decide(
      Actor who, AnswerName first, AnswerName second, Optional<Word> word)
      throws TallyException, IOException {
    Map<Set<AnswerName>, Decision> all = all();
    Decision before = all.remove(Set.of(first, second));
    word.ifPresent(
        said -> {
          String at = trail.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
          Decision decision = new Decision(first, second, said, at, who.name());
          all.put(decision.pair(), decision);
        });
    byte[] content = content(all.values());
    trail.change(
        who,
        List.of(
            TallyTrail.changed(
                name(first) + " / " + name(second),
                "decision",
                before == null ? "" : told(before.word()),
                word.map(DecisionBook::told).orElse(""))),
        () -> TallyFolder.write(file, content));
  }

  private static String told(Word word) {
    return word == Word.LATER ? "later" : word.written();
  }

  private static String name(AnswerName answer) {
    return answer.source() + ":" + answer.reference();
  }

  private static byte[] content(Iterable<Decision> all) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(COLUMNS);
      for (Decision decision : all) {
        csv.printRecord(
            decision.first().source(),
            decision.first().reference(),
            decision.second().source(),
            decision.second().reference(),
            decision.word().written(),
            decision.at(),
            decision.by());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
