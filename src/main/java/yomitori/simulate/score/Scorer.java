package yomitori.simulate.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.form.Field;
import yomitori.record.PageRecord.Status;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Judge.Judged;
import yomitori.simulate.score.Score.FieldScore;
import yomitori.simulate.score.Score.Mistake;

/** Adds up pages to a score. Not thread-safe. */
final class Scorer {

  /** How many wrong marks, and how many wrong texts, are kept to be shown. */
  private static final int MISTAKES_KEPT = 48;

  /** Why a page of a form gave no values. */
  enum NotRead {
    UNREADABLE,
    NOT_A_FORM,
    OTHER_FORM,
    FAILED,
    NO_RECORD
  }

  /** A field of a form. */
  private record FieldKey(String form, String field, Kind kind) {}

  private final Truth truth;
  private final Path faxes;
  private final Map<NotRead, Long> notRead = new EnumMap<>(NotRead.class);
  private final Counts.Tally boxes = new Counts.Tally();
  private final Map<FieldKey, Counts.Tally> fields = new LinkedHashMap<>();
  private final Map<Kind, Counts.Tally> kinds = new EnumMap<>(Kind.class);
  private final Map<Kind, TextScore.Tally> texts = new EnumMap<>(Kind.class);
  private final WritingTally writing = new WritingTally();
  private final EffectTally effects = new EffectTally();
  private final Map<String, Calibration.Tally> calibration = new LinkedHashMap<>();
  private final Misplacement.Tally misplacement = new Misplacement.Tally();
  private final OperatorTime.Tally time = new OperatorTime.Tally();
  private final Mistakes wrongMarks = new Mistakes(MISTAKES_KEPT);
  private final Mistakes wrongTexts = new Mistakes(MISTAKES_KEPT);
  private long accepted;
  private long review;
  private long falseMarks;
  private long lostMarks;
  private long reviewCutOff;
  private long withWrongMark;
  private long othersLeftOut;
  private long othersTaken;
  private long unknownSources;

  /**
   * @param faxes the folder that sources are relative to
   */
  Scorer(Truth truth, Path faxes) {
    this.truth = truth;
    this.faxes = faxes;
  }

  /** Adds a page without truth: not a form. */
  void addOther(boolean taken, boolean knownSource) {
    othersTaken += taken ? 1 : 0;
    othersLeftOut += taken ? 0 : 1;
    unknownSources += knownSource ? 0 : 1;
  }

  /**
   * Adds a page of a form that gave no values.
   *
   * @param notAsked fields that the run did not read at all
   */
  void addNotRead(TruthPage page, NotRead why, Set<String> notAsked) {
    notRead.merge(why, 1L, Long::sum);
    Judged judged = Judge.judge(page, Optional.empty(), notAsked);
    add(page, judged, true);
    time.add(judged.fields(), true);
  }

  /** Adds a page whose values were read. */
  void addRead(TruthPage page, ReadPage read) {
    if (read.status() == Status.ACCEPTED) {
      accepted++;
    } else {
      review++;
    }
    Judged judged = Judge.judge(page, Optional.of(read), Set.of());
    add(page, judged, false);
    time.add(judged.fields(), false);
    misplacement.add(page, judged.fields());
    for (Answer answer : judged.fields()) {
      String group = answer.kind().written() ? answer.kind().word() : Score.MARKS;
      calibration.computeIfAbsent(group, g -> new Calibration.Tally()).add(answer);
      if (answer.kind().written() && isWrong(answer)) {
        wrongTexts.add(mistake(page, answer));
      }
    }
    boolean anyWrong = false;
    for (Answer box : judged.boxes()) {
      reviewCutOff += box.outcome() == Outcome.REVIEW && box.cutOff() && !box.noInk() ? 1 : 0;
      if (isWrong(box)) {
        anyWrong = true;
        falseMarks += box.meant().equals("0") ? 1 : 0;
        lostMarks += box.meant().equals("0") ? 0 : 1;
        wrongMarks.add(mistake(page, box));
      }
    }
    withWrongMark += anyWrong ? 1 : 0;
  }

  private static boolean isWrong(Answer answer) {
    return answer.outcome() == Outcome.WRONG && !answer.noInk();
  }

  private Mistake mistake(TruthPage page, Answer answer) {
    List<String> acted = new ArrayList<>();
    for (String effect : truth.effects()) {
      if (page.level(effect) != Level.NONE) {
        acted.add(effect + " " + page.level(effect).word());
      }
    }
    Path file = faxes.resolve(page.key().source());
    return new Mistake(page.key(), file, answer, acted);
  }

  private void add(TruthPage page, Judged judged, boolean pageNotRead) {
    Counts.Tally marks = new Counts.Tally();
    Counts.Tally written = new Counts.Tally();
    for (Answer box : judged.boxes()) {
      marks.add(box);
      effects.addPlace(box);
    }
    for (Answer answer : judged.fields()) {
      Field field = answer.field();
      fields
          .computeIfAbsent(
              new FieldKey(page.form().id(), field.id(), answer.kind()), f -> new Counts.Tally())
          .add(answer);
      kinds.computeIfAbsent(answer.kind(), k -> new Counts.Tally()).add(answer);
      if (answer.kind().written()) {
        written.add(answer);
        effects.addPlace(answer);
        texts.computeIfAbsent(answer.kind(), k -> new TextScore.Tally()).add(answer);
        writing.add(answer);
      }
    }
    boxes.add(marks.counts());
    effects.addPage(truth, page, pageNotRead, marks.counts(), written.counts());
  }

  Score score() {
    Map<Kind, Counts> byKind = new EnumMap<>(Kind.class);
    kinds.forEach((kind, tally) -> byKind.put(kind, tally.counts()));
    Map<Kind, TextScore> textScores = new EnumMap<>(Kind.class);
    texts.forEach((kind, tally) -> textScores.put(kind, tally.score()));
    List<FieldScore> byField = new ArrayList<>();
    fields.forEach(
        (key, tally) ->
            byField.add(new FieldScore(key.form(), key.field(), key.kind(), tally.counts())));
    return new Score(
        pageCounts(),
        new Score.Marks(boxes.counts(), falseMarks, lostMarks, reviewCutOff),
        byKind,
        byField,
        textScores,
        writing.subjects(),
        writing.scripts(),
        effects.pageEffects(),
        effects.handEffects(),
        calibrations(),
        misplacement.misplacement(),
        time.time(),
        mistakes());
  }

  private PageCounts pageCounts() {
    long missed = notRead.values().stream().mapToLong(Long::longValue).sum();
    return new PageCounts(
        accepted + review + missed,
        accepted,
        review,
        count(NotRead.UNREADABLE),
        count(NotRead.NOT_A_FORM),
        count(NotRead.OTHER_FORM),
        count(NotRead.FAILED),
        count(NotRead.NO_RECORD),
        withWrongMark,
        othersLeftOut,
        othersTaken,
        unknownSources);
  }

  private long count(NotRead why) {
    return notRead.getOrDefault(why, 0L);
  }

  private Map<String, Calibration> calibrations() {
    Map<String, Calibration> all = new LinkedHashMap<>();
    List<String> order = new ArrayList<>(List.of(Score.MARKS));
    for (Kind kind : Kind.values()) {
      order.add(kind.word());
    }
    for (String group : order) {
      Calibration.Tally tally = calibration.get(group);
      if (tally != null && tally.calibration().values() > 0) {
        all.put(group, tally.calibration());
      }
    }
    return all;
  }

  private List<Mistake> mistakes() {
    List<Mistake> all = new ArrayList<>(wrongMarks.worstFirst());
    all.addAll(wrongTexts.worstFirst());
    return all;
  }
}
