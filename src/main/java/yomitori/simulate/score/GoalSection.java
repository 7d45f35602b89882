package yomitori.simulate.score;

import java.util.Optional;
import java.util.function.Function;
import yomitori.simulate.line.LineProfile;

/** The goals, and beside each what was reached. What falls short stands bold. */
final class GoalSection {

  private final AccuracyTables tables;

  private GoalSection(AccuracyTables tables) {
    this.tables = tables;
  }

  static void write(AccuracyTables tables) {
    GoalSection section = new GoalSection(tables);
    section.head();
    section.pages();
    ListUse.all(tables.withList()).forEach(section::writing);
    section.withoutGoal("persons' names", Subject.PERSON, ListUse.AS_READ);
    section.withoutGoal("amounts", Subject.AMOUNT, ListUse.AS_READ);
    section.note();
  }

  private void head() {
    tables.text("\n## Goals and figures\n\n| |");
    tables.profiles().forEach(p -> tables.text(" " + Shown.profile(p) + " | |"));
    tables.text("\n| --- |" + " --- | --- |".repeat(tables.profiles().size()) + "\n");
  }

  private void pages() {
    row(
        "marks decided wrongly, of those decided",
        p -> Figure.of(asRead(p).marks().counts().errorRate(), Shown::oneIn),
        p -> Optional.of(Bound.atMost(Goals.of(p).wrongMarks())),
        Shown::oneIn);
    row(
        "marks left to a person",
        p -> Figure.of(asRead(p).marks().counts().reviewRate(), GoalSection::hundredths),
        p -> Optional.of(Bound.atMost(Goals.of(p).reviewedMarks())),
        GoalSection::hundredths);
    row(
        "forms not read",
        p -> Figure.of(asRead(p).pages().notRead(), GoalSection::tenths),
        p -> Optional.of(Bound.atMost(Goals.of(p).notRead())),
        GoalSection::tenths);
    row(
        "pages laid wrongly and not noticed",
        p -> asRead(p).misplacement().map(m -> Figure.of(m.misplaced())).orElse(Figure.NOTHING),
        p -> Optional.of(Bound.atMost((double) Goals.of(p).misplaced())),
        number -> Shown.decimal(number, 0));
  }

  private Score asRead(LineProfile profile) {
    return tables.of(profile).asRead();
  }

  private void writing(ListUse list) {
    accepted(
        "codes",
        Subject.CODE,
        list,
        goals -> list == ListUse.WITH ? goals.codesWithList() : goals.codesWithoutList());
    wrong("codes", Subject.CODE, list, goal(goals -> Bound.atMost(goals.codesWrong())));
    accepted("prefectures", Subject.PREFECTURE, list, WritingGoals::prefecturesAccepted);
    row(
        "prefectures right, of those accepted" + list.words(),
        p ->
            Figure.counted(
                list.of(tables.of(p), Subject.PREFECTURE).rightOfAccepted(),
                GoalSection::hundredths),
        goal(goals -> Bound.atLeast(goals.prefecturesRight())),
        GoalSection::tenths);
    withoutGoal("institutions' names", Subject.INSTITUTION, list);
    characters("typed lines", ScriptGroup.TYPED, list, WritingGoals::typedErrors);
    characters("handwriting not tuned on", ScriptGroup.HELD_OUT, list, WritingGoals::heldOutErrors);
  }

  private void withoutGoal(String name, Subject subject, ListUse list) {
    acceptedRow(name, subject, list, profile -> Optional.empty());
    wrong(name, subject, list, profile -> Optional.empty());
  }

  private void accepted(
      String name, Subject subject, ListUse list, Function<WritingGoals, Double> least) {
    acceptedRow(name, subject, list, goal(goals -> Bound.atLeast(least.apply(goals))));
  }

  private void acceptedRow(
      String name, Subject subject, ListUse list, Function<LineProfile, Optional<Bound>> goal) {
    row(
        name + " accepted" + list.words(),
        p -> Figure.counted(list.of(tables.of(p), subject).accepted(), GoalSection::tenths),
        goal,
        GoalSection::whole);
  }

  private void wrong(
      String name, Subject subject, ListUse list, Function<LineProfile, Optional<Bound>> goal) {
    row(
        name + " wrong, of those accepted" + list.words(),
        p -> Figure.counted(list.of(tables.of(p), subject).wrongOfAccepted(), Shown::oneIn),
        goal,
        Shown::oneIn);
  }

  private void characters(
      String name, ScriptGroup group, ListUse list, Function<WritingGoals, Double> most) {
    row(
        name + ", characters wrong" + list.words(),
        p ->
            list.of(tables.of(p))
                .map(score -> score.characters(group))
                .map(c -> Figure.counted(c.edits(), c.meant(), GoalSection::tenths))
                .orElse(Figure.NOTHING),
        goal(goals -> Bound.atMost(most.apply(goals))),
        GoalSection::whole);
  }

  private static Function<LineProfile, Optional<Bound>> goal(Function<WritingGoals, Bound> of) {
    return profile -> WritingGoals.of(profile).map(of);
  }

  private void row(
      String name,
      Function<LineProfile, Figure> figure,
      Function<LineProfile, Optional<Bound>> goal,
      Function<Double, String> words) {
    tables.text("| " + name + " |");
    for (LineProfile profile : tables.profiles()) {
      Figure reached = figure.apply(profile);
      Optional<Bound> wanted = goal.apply(profile);
      boolean missed = wanted.map(bound -> bound.missedBy(reached)).orElse(false);
      String bold = missed ? "**" : "";
      tables.text(" " + bold + reached.shown() + bold + " |");
      tables.text(wanted.map(bound -> " goal " + bound.shown(words)).orElse("") + " |");
    }
    tables.text("\n");
  }

  private void note() {
    tables.text(
        """

        Bold: the goal is missed. Where no goal stands, none is set. Codes, prefectures, names and
        amounts are counted where something was written, those of pages not read too; a value accepted
        where nothing was written is wrong. Characters: those to be changed, of those written on free
        lines that were read, accepted or not. Stamped names are not among them. Intervals and single
        scripts stand further down.
        """);
  }

  private static String whole(double share) {
    return Shown.percent(share, 0);
  }

  private static String tenths(double share) {
    return Shown.percent(share, 1);
  }

  private static String hundredths(double share) {
    return Shown.percent(share, 2);
  }
}
