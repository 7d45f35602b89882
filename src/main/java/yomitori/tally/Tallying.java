package yomitori.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.count.AmountCounter;
import yomitori.tally.count.ContradictionFound;
import yomitori.tally.count.Members;
import yomitori.tally.count.Opinion;
import yomitori.tally.count.Opinions;
import yomitori.tally.count.QuestionCounter;
import yomitori.tally.count.ResponseRate;
import yomitori.tally.count.ResponseRates;
import yomitori.tally.duplicate.Duplicates;
import yomitori.tally.plan.Contradiction;
import yomitori.tally.plan.TallyPlan;

/** Makes a tally: a function of what is given, without clock or disk. */
public final class Tallying {

  private static final String NOT_KNOWN = "\u0000";

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private Tallying() {}

  /** Counts a survey. The same input makes the same tally. */
  public static Tally of(TallyInput input) {
    TallyPlan plan = input.plan();
    List<SourceAnswers> main =
        input.sources().stream().filter(brought -> brought.source().isMain()).toList();
    List<SourceAnswers> regional =
        input.sources().stream().filter(brought -> !brought.source().isMain()).toList();
    List<Answer> given = main.stream().flatMap(brought -> brought.answers().stream()).toList();
    Map<String, Source.Kind> kinds =
        main.stream()
            .map(SourceAnswers::source)
            .collect(Collectors.toMap(Source::id, Source::kind));
    Duplicates duplicates =
        Duplicates.among(given, plan.institution(), plan.keep(), kinds, input.decisions());
    List<Answer> counted = duplicates.counted();
    List<Members> groups =
        Members.of(counted, plan, main.stream().map(SourceAnswers::source).toList());
    List<Members> classes = Members.ofClasses(counted, plan);
    List<Opinion> opinions = Opinions.of(counted, plan.questions(), plan.themes());
    return new Tally(
        plan,
        made(input),
        Flows.of(input, duplicates.removals()),
        plan.questions().stream()
            .map(question -> QuestionCounter.count(question, groups, regional))
            .toList(),
        plan.amounts().stream().map(amount -> AmountCounter.count(amount, classes)).toList(),
        Opinions.tables(opinions, plan.questions(), plan.themes()),
        opinions,
        contradictions(plan, counted),
        duplicates.removals(),
        duplicates.proposals(),
        rates(input, counted),
        counted,
        input.sources());
  }

  private static List<ResponseRate> rates(TallyInput input, List<Answer> counted) {
    return input
        .masters()
        .map(masters -> ResponseRates.of(input.plan(), masters, counted))
        .orElse(List.of());
  }

  private static List<ContradictionFound> contradictions(TallyPlan plan, List<Answer> counted) {
    List<ContradictionFound> found = new ArrayList<>();
    for (Contradiction contradiction : plan.contradictions()) {
      counted.stream()
          .filter(answer -> contradiction.applies(field -> sure(answer, field)))
          .forEach(answer -> found.add(new ContradictionFound(contradiction, answer)));
    }
    return found;
  }

  /** What was not asked or is in doubt is like no value, not even like nothing. */
  private static String sure(Answer answer, String field) {
    boolean known = answer.values().containsKey(field) && !answer.given(field).isInDoubt();
    return known ? answer.value(field) : NOT_KNOWN;
  }

  private static Made made(TallyInput input) {
    Stream<InputFile> answers = input.sources().stream().flatMap(s -> s.files().stream());
    return new Made(
        input.asOf().or(() -> lastDay(input.sources())).orElse(LocalDate.EPOCH),
        input.version(),
        Stream.concat(answers, input.files().stream()).toList());
  }

  private static Optional<LocalDate> lastDay(List<SourceAnswers> sources) {
    return sources.stream()
        .flatMap(brought -> brought.answers().stream())
        .flatMap(answer -> answer.answeredAt().stream())
        .max(Instant::compareTo)
        .map(last -> LocalDate.ofInstant(last, JAPAN));
  }
}
