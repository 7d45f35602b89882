package yomitori.simulate.score;

import java.util.function.Function;

/** Marks, answers by kind, and what became of the pages. */
final class PageSections {

  private final AccuracyTables tables;

  private PageSections(AccuracyTables tables) {
    this.tables = tables;
  }

  static void marksAndKinds(AccuracyTables tables) {
    PageSections sections = new PageSections(tables);
    sections.marks();
    sections.kinds();
  }

  static void pages(AccuracyTables tables) {
    new PageSections(tables).registration();
  }

  private void marks() {
    tables.heading("Marks");
    tables.row("boxes", s -> "" + s.marks().counts().all());
    tables.row("wrong of those decided", s -> Shown.rate(s.marks().counts().errorRate()));
    tables.row("empty taken as marked", s -> "" + s.marks().falseMarks());
    tables.row("marked taken as empty", s -> "" + s.marks().lostMarks());
    tables.row("left to a person", s -> Shown.rate(s.marks().counts().reviewRate()));
    tables.row("– of these, of fields not wholly on the page", s -> "" + s.marks().reviewCutOff());
    tables.row("read pages with a wrong mark", s -> Shown.rate(s.pages().wrongMarkRate()));
    tables.row(
        "meant marks that left no ink (in no figure above)", s -> "" + s.marks().counts().noInk());
    tables.row(
        "wrong of those decided, these included", s -> Shown.rate(s.marks().errorRateWithNoInk()));
  }

  private void kinds() {
    tables.heading("Answers by kind: right / wrong / left to a person / on pages not read");
    for (Kind kind : Kind.values()) {
      tables.row(
          kind.word(),
          s -> {
            Counts counts = s.kinds().getOrDefault(kind, Counts.NONE);
            return counts.right()
                + " / "
                + Shown.bold(counts.wrong())
                + " / "
                + counts.review()
                + " / "
                + counts.missed();
          });
    }
  }

  private void registration() {
    tables.heading("Pages");
    tables.row("forms", s -> "" + s.pages().forms());
    tables.row("not read", s -> Shown.rate(s.pages().notRead()));
    tables.row("– known as the form, not laid straight", s -> "" + s.pages().unreadable());
    tables.row(
        "– taken for something else", s -> "" + (s.pages().notAForm() + s.pages().otherForm()));
    tables.row(
        "– failed or without a record", s -> "" + (s.pages().failed() + s.pages().noRecord()));
    tables.row("other pages taken for the form", s -> "" + s.pages().othersTaken());
    tables.row("other pages left out", s -> "" + s.pages().othersLeftOut());
    tables.row(
        "laid wrong by 1.9 mm or more and not noticed", s -> laid(s, m -> "" + m.misplaced()));
    tables.row("answers accepted 1.9 mm or more aside", s -> laid(s, m -> "" + m.acceptedAside()));
    tables.row("distance from the true place, median page", s -> laid(s, m -> mm(m.medianMm())));
    tables.row("– 95 of 100 pages are better than", s -> laid(s, m -> mm(m.p95Mm())));
    tables.row("– worst page", s -> laid(s, m -> mm(m.worstMm())));
  }

  private static String laid(Score score, Function<Misplacement, String> figure) {
    return score.misplacement().map(figure).orElse(Shown.NOTHING);
  }

  private static String mm(double mm) {
    return Shown.decimal(mm, 2) + " mm";
  }
}
