package yomitori.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.tally.Flow.Figure;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Flow.Stated;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.duplicate.Removal;

/** The arithmetic from what was given to what counts, held against what was published. */
final class Flows {

  private Flows() {}

  static Flow of(TallyInput input, List<Removal> removals) {
    List<SourceFlow> sources = new ArrayList<>();
    input.sources().stream()
        .filter(brought -> brought.source().isMain())
        .forEach(brought -> sources.add(flow(brought, removals)));
    input.sources().stream()
        .filter(brought -> !brought.source().isMain())
        .forEach(brought -> sources.add(flow(brought, removals)));
    Flow flow = new Flow(sources, List.of());
    return new Flow(sources, stated(input.stated(), flow));
  }

  private static SourceFlow flow(SourceAnswers brought, List<Removal> removals) {
    String id = brought.source().id();
    return new SourceFlow(
        brought.source(),
        brought.published().isEmpty()
            ? brought.answers().size()
            : brought.published().stream().mapToLong(p -> p.respondents()).max().orElse(0),
        removals.stream().filter(removal -> removal.removed().source().equals(id)).count(),
        brought.notCounted().stream().filter(Flows::isWhole).count());
  }

  /** Whether a whole row or record was left out, not a part of one that counts. */
  private static boolean isWhole(NotCounted one) {
    return one.reason() != NotCounted.Reason.UNKNOWN_ANSWER
        && one.reason() != NotCounted.Reason.NO_TIME;
  }

  private static List<Stated> stated(Map<String, Long> said, Flow flow) {
    List<Stated> stated = new ArrayList<>();
    add(stated, Figure.WEB, said.get("web"), of(flow, Source.Kind.WEB));
    add(stated, Figure.FAX, said.get("fax"), of(flow, Source.Kind.FAX));
    add(
        stated,
        Figure.TOTAL_OF_ITS_PARTS,
        said.get("total"),
        sum(said.get("web"), said.get("fax"), 1));
    add(stated, Figure.TOTAL, said.get("total"), Optional.of(flow.answers()));
    add(stated, Figure.DUPLICATES, said.get("duplicates"), Optional.of(flow.removed()));
    add(
        stated,
        Figure.COUNTED_OF_ITS_PARTS,
        said.get("counted"),
        sum(said.get("total"), said.get("duplicates"), -1));
    add(stated, Figure.COUNTED, said.get("counted"), Optional.of(flow.counted()));
    return stated;
  }

  private static Optional<Long> of(Flow flow, Source.Kind kind) {
    return Optional.of(
        flow.sources().stream()
            .filter(s -> s.source().kind() == kind)
            .mapToLong(SourceFlow::answers)
            .sum());
  }

  private static Optional<Long> sum(Long a, Long b, int sign) {
    return a == null || b == null ? Optional.empty() : Optional.of(a + sign * b);
  }

  private static void add(List<Stated> stated, Figure figure, Long said, Optional<Long> expected) {
    if (said != null && expected.isPresent()) {
      stated.add(new Stated(figure, said, expected.get()));
    }
  }
}
