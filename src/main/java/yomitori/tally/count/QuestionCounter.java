package yomitori.tally.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.PublishedCount;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.Question.AnswerOption;

/** Counts a question. */
public final class QuestionCounter {

  private static final Group ALL_REGIONAL =
      new Group(Group.Kind.ALL_REGIONAL, "regional", "地域医師会の調査");

  private QuestionCounter() {}

  /**
   * The counts of a question.
   *
   * @param groups the answers that count, by group
   * @param regional surveys of other bodies
   */
  public static QuestionTable count(
      Question question, List<Members> groups, List<SourceAnswers> regional) {
    List<GroupCount> counts = new ArrayList<>();
    groups.forEach(members -> counts.add(of(question, members)));
    List<GroupCount> surveys = new ArrayList<>();
    for (SourceAnswers survey : regional) {
      Group group = new Group(Group.Kind.REGIONAL, survey.source().id(), survey.source().label());
      published(question, survey)
          .map(published -> of(question, group, published))
          .or(() -> asked(question, group, survey))
          .ifPresent(surveys::add);
    }
    if (!surveys.isEmpty()) {
      counts.add(together(question, surveys));
      counts.addAll(surveys);
    }
    return new QuestionTable(question, counts);
  }

  private static Optional<PublishedCount> published(Question question, SourceAnswers survey) {
    return survey.published().stream().filter(p -> p.question().equals(question.id())).findFirst();
  }

  private static Optional<GroupCount> asked(Question question, Group group, SourceAnswers survey) {
    List<Answer> asked =
        survey.answers().stream().filter(answer -> answer.asked(question.fields())).toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(of(question, new Members(group, asked)));
  }

  /** Whoever was not asked, because a source leaves the question out, is no respondent of it. */
  private static GroupCount of(Question question, Members all) {
    Members members =
        new Members(
            all.group(), all.answers().stream().filter(a -> a.asked(question.fields())).toList());
    Map<Responses.Kind, Long> kinds = new EnumMap<>(Responses.Kind.class);
    members.answers().forEach(a -> kinds.merge(Responses.kind(question, a), 1L, Long::sum));
    long answered = kinds.getOrDefault(Responses.Kind.ANSWERED, 0L);
    long respondents = members.answers().size();
    long base = question.isSingle() ? answered : respondents;
    boolean everything = members.group().kind() != Group.Kind.REGIONAL;
    List<AnswerCount> answers = new ArrayList<>();
    for (AnswerOption option : question.answers()) {
      if (everything || isAsked(members, question.isSingle() ? question.field() : option.id())) {
        Trials trials = new Trials();
        members.answers().forEach(answer -> Responses.take(question, option, answer, trials));
        answers.add(
            new AnswerCount(option.id(), option.label(), trials.count(), base, trials.range()));
      }
    }
    if (!question.other().isEmpty() && (everything || isAsked(members, question.other()))) {
      Trials trials = new Trials();
      members.answers().forEach(answer -> Responses.takeOther(question, answer, trials));
      answers.add(
          new AnswerCount(
              question.other(), question.otherLabel(), trials.count(), base, trials.range()));
    }
    return new GroupCount(
        members.group(),
        respondents,
        answered,
        kinds.getOrDefault(Responses.Kind.UNANSWERED, 0L),
        kinds.getOrDefault(Responses.Kind.INVALID, 0L),
        kinds.getOrDefault(Responses.Kind.IN_DOUBT, 0L),
        answers);
  }

  private static boolean isAsked(Members members, String field) {
    return members.answers().stream().anyMatch(answer -> answer.values().containsKey(field));
  }

  /** Of published counts it is not known who left a question out: all respondents have answered. */
  private static GroupCount of(Question question, Group group, PublishedCount published) {
    List<AnswerCount> answers = new ArrayList<>();
    for (AnswerOption option : question.answers()) {
      add(answers, option.id(), option.label(), published);
    }
    if (!question.other().isEmpty()) {
      add(answers, question.other(), question.otherLabel(), published);
    }
    return new GroupCount(
        group, published.respondents(), published.respondents(), 0, 0, 0, answers);
  }

  private static void add(
      List<AnswerCount> answers, String id, String label, PublishedCount published) {
    Long count = published.answers().get(id);
    if (count != null) {
      answers.add(
          new AnswerCount(
              id, label, count, published.respondents(), Optional.of(Range.exactly(count))));
    }
  }

  private static GroupCount together(Question question, List<GroupCount> surveys) {
    List<String> ids = new ArrayList<>(question.answers().stream().map(AnswerOption::id).toList());
    ids.add(question.other());
    List<AnswerCount> answers = new ArrayList<>();
    for (String id : ids) {
      List<AnswerCount> same =
          surveys.stream()
              .flatMap(survey -> survey.answers().stream())
              .filter(answer -> answer.id().equals(id))
              .toList();
      if (!same.isEmpty()) {
        long count = same.stream().mapToLong(AnswerCount::count).sum();
        answers.add(
            new AnswerCount(
                id,
                same.get(0).label(),
                count,
                same.stream().mapToLong(AnswerCount::base).sum(),
                Optional.of(Range.exactly(count))));
      }
    }
    return new GroupCount(
        ALL_REGIONAL,
        surveys.stream().mapToLong(GroupCount::respondents).sum(),
        surveys.stream().mapToLong(GroupCount::answered).sum(),
        surveys.stream().mapToLong(GroupCount::unanswered).sum(),
        surveys.stream().mapToLong(GroupCount::invalid).sum(),
        surveys.stream().mapToLong(GroupCount::inDoubt).sum(),
        answers);
  }
}
