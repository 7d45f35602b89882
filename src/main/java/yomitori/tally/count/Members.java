package yomitori.tally.count;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Source;
import yomitori.tally.plan.InstitutionClass;
import yomitori.tally.plan.TallyPlan;

/**
 * The answers of a group.
 *
 * @param group which one
 * @param answers of it
 */
public record Members(Group group, List<Answer> answers) {

  /** All answers to the survey itself. */
  public static final Group ALL = new Group(Group.Kind.ALL, "all", "全体");

  private static final String NO_PREFECTURE = "都道府県の記入なし";

  /** Keeps the answers. */
  public Members {
    answers = List.copyOf(answers);
  }

  /**
   * Answers by group: all, classes, sources, prefectures from north to south and those without one
   * at the end; prefectures and sources that nobody is of are missing.
   *
   * @param answers that count
   * @param sources by which they came
   */
  public static List<Members> of(List<Answer> answers, TallyPlan plan, List<Source> sources) {
    List<Members> groups = new ArrayList<>(ofClasses(answers, plan));
    for (Source source : sources) {
      groups.add(
          new Members(
              new Group(Group.Kind.SOURCE, source.id(), source.label()),
              where(answers, answer -> answer.source().equals(source.id()))));
    }
    if (!plan.institution().prefecture().isEmpty()) {
      groups.addAll(ofPrefectures(answers, plan.institution().prefecture()));
    }
    return groups;
  }

  /** All answers, and those by class where there are several. */
  public static List<Members> ofClasses(List<Answer> answers, TallyPlan plan) {
    List<Members> groups = new ArrayList<>(List.of(new Members(ALL, answers)));
    if (plan.classes().size() > 1) {
      for (InstitutionClass one : plan.classes()) {
        groups.add(new Members(group(one), where(answers, a -> plan.classOf(a).equals(one))));
      }
    }
    return groups;
  }

  static Group group(InstitutionClass one) {
    return new Group(Group.Kind.CLASS, one.id(), one.label());
  }

  private static List<Members> ofPrefectures(List<Answer> answers, String field) {
    List<Members> groups = new ArrayList<>();
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      String name = Prefecture.name(code);
      add(
          groups,
          new Group(Group.Kind.PREFECTURE, name, name),
          answers,
          a -> a.value(field).equals(name));
    }
    add(
        groups,
        new Group(Group.Kind.PREFECTURE, "", NO_PREFECTURE),
        answers,
        a -> Prefecture.code(a.value(field)).isEmpty());
    return groups;
  }

  private static void add(
      List<Members> groups, Group group, List<Answer> answers, Predicate<Answer> wanted) {
    List<Answer> found = where(answers, wanted);
    if (!found.isEmpty()) {
      groups.add(new Members(group, found));
    }
  }

  private static List<Answer> where(List<Answer> answers, Predicate<Answer> wanted) {
    return answers.stream().filter(wanted).toList();
  }
}
