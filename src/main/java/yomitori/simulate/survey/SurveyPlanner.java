package yomitori.simulate.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.survey.SurveyPlan.NearPair;
import yomitori.simulate.survey.SurveyPlan.Removal;

/** Draws who answers: first those that answer more than once, then near pairs, then the rest. */
final class SurveyPlanner {

  /** Institutions that could answer, for each that does, and some more. */
  private static final int POOL_FACTOR = 2;

  private static final int POOL_MORE = 1_000;

  /** Of so many institutions that answer again, one answers a third time. */
  private static final int THIRD_ANSWERS_OF = 25;

  /** A near pair for so many duplicates. */
  private static final int DUPLICATES_TO_NEAR = 10;

  private static final double FAX_AND_FAX = 0.4;
  private static final double FAX_AND_WEB = 0.85;

  /** Of those that answer again, so many are known by their name alone. */
  private static final double BY_NAME = 0.25;

  /** Of others: no code, no name, no prefecture, neither code nor name. Assumptions. */
  private static final double NO_CODE = 0.03;

  private static final double NO_NAME = 0.004;
  private static final double NO_PREFECTURE = 0.004;
  private static final double NOBODY = 0.002;

  /** Of those that answer again, so many say something else about how far they have come. */
  private static final double MOVED_ON = 0.7;

  private final SurveySize size;
  private final Chance chance;
  private final Institutions institutions;
  private final List<Reply> replies = new ArrayList<>();
  private final List<List<Reply>> same = new ArrayList<>();
  private final List<NearReplies> near = new ArrayList<>();
  private final Set<String> withoutPrefecture = new HashSet<>();
  private int fax;

  private record NearReplies(NearKind kind, Reply one, Reply other) {}

  private SurveyPlanner(SurveySize size, Chance chance) {
    this.size = size;
    this.chance = chance;
    this.institutions =
        new Institutions(POOL_FACTOR * size.total() + POOL_MORE, chance.stream("institutions"));
  }

  static SurveyPlan plan(SurveySize size, Chance chance) {
    return new SurveyPlanner(size, chance).plan();
  }

  private SurveyPlan plan() {
    drawDuplicates();
    new NearReplyDraw(institutions, chance.stream("near")).draw(nearPairs()).forEach(this::addNear);
    drawSingles();
    Map<Reply, Filed> filed = new HashMap<>();
    List<Filed> byFax = file(Source.FAX, filed);
    List<Filed> byWeb = file(Source.WEB, filed);
    return new SurveyPlan(
        institutions,
        byFax,
        byWeb,
        removals(filed),
        near.stream()
            .map(p -> new NearPair(p.kind(), filed.get(p.one()), filed.get(p.other())))
            .toList());
  }

  private int nearPairs() {
    return (size.duplicates() + DUPLICATES_TO_NEAR - 1) / DUPLICATES_TO_NEAR;
  }

  private void drawDuplicates() {
    int left = size.duplicates();
    for (int i = 0; left > 0; i++) {
      Chance own = chance.stream("duplicate").stream(i);
      int answers = left > 1 && i % THIRD_ANSWERS_OF == THIRD_ANSWERS_OF - 1 ? 3 : 2;
      left -= answers - 1;
      boolean byName = own.happens(BY_NAME);
      MasterEntry institution = byName ? institutions.takeUnique() : institutions.take();
      int nameOnly = byName ? own.below(answers) : -1;
      List<Reply> group = new ArrayList<>();
      Instant at = AnswerTimes.first(own);
      long progress = own.bits();
      long rest = own.bits();
      List<Source> sources = sources(answers, own);
      for (int k = 0; k < answers; k++) {
        Source source = sources.get(k);
        Sender sender = sender(institution, source, k != nameOnly, own);
        if (k > 0) {
          at = AnswerTimes.after(at, own);
          progress = own.happens(MOVED_ON) ? own.bits() : progress;
          rest = own.happens(MOVED_ON) ? rest : own.bits();
        }
        group.add(new Reply(source, at, sender, progress, rest));
      }
      group.forEach(this::add);
      same.add(List.copyOf(group));
    }
  }

  /** How answers of one institution come; in which order, is chance. */
  private static List<Source> sources(int answers, Chance chance) {
    double kind = chance.unit();
    Source first = kind < FAX_AND_WEB ? Source.FAX : Source.WEB;
    Source second = kind < FAX_AND_FAX ? Source.FAX : Source.WEB;
    boolean turned = chance.happens(0.5);
    List<Source> sources = new ArrayList<>();
    sources.add(turned ? second : first);
    sources.add(turned ? first : second);
    if (answers > 2) {
      sources.add(chance.happens(0.5) ? Source.FAX : Source.WEB);
    }
    return sources;
  }

  private static Sender sender(
      MasterEntry institution, Source source, boolean coded, Chance chance) {
    return new Sender(
        Prefecture.name(institution.prefecture()),
        Writing.name(institution.name(), source, chance),
        coded ? Writing.digits(institution.code(), source, chance) : "");
  }

  private void addNear(NearKind kind, Sender one, Sender other) {
    Chance own = chance.stream("near times").stream(near.size());
    Reply first = reply(anySource(own), one, AnswerTimes.first(own), own);
    Reply second = reply(anySource(own), other, AnswerTimes.after(first.at(), own), own);
    add(first);
    add(second);
    near.add(new NearReplies(kind, first, second));
  }

  private Source anySource(Chance own) {
    return own.happens((double) size.fax() / size.total()) ? Source.FAX : Source.WEB;
  }

  private static Reply reply(Source source, Sender sender, Instant at, Chance chance) {
    return new Reply(source, at, sender, chance.bits(), chance.bits());
  }

  private void add(Reply reply) {
    replies.add(reply);
    fax += reply.source() == Source.FAX ? 1 : 0;
  }

  private void drawSingles() {
    int first = replies.size();
    for (int i = first; i < size.total(); i++) {
      Chance own = chance.stream("single").stream(i);
      Source source = fax < size.fax() ? Source.FAX : Source.WEB;
      add(reply(source, single(source, own), AnswerTimes.any(own), own));
    }
  }

  /** Someone who answers once. Who leaves out the code has a name that nobody else has. */
  private Sender single(Source source, Chance own) {
    MasterEntry institution = institutions.take();
    Sender whole = sender(institution, source, true, own);
    double kind = own.unit();
    if (kind < NOBODY) {
      return new Sender(whole.prefecture(), "", "");
    }
    if (kind < NOBODY + NO_NAME) {
      return new Sender(whole.prefecture(), "", whole.code());
    }
    if (kind < NOBODY + NO_NAME + NO_PREFECTURE) {
      return withoutPrefecture.add(institution.code())
          ? new Sender("", whole.name(), whole.code())
          : whole;
    }
    boolean known = institutions.isNameUnique(institution);
    return known && kind < NOBODY + NO_NAME + NO_PREFECTURE + NO_CODE
        ? new Sender(whole.prefecture(), whole.name(), "")
        : whole;
  }

  private List<Filed> file(Source source, Map<Reply, Filed> filed) {
    List<Reply> ordered =
        replies.stream()
            .filter(reply -> reply.source() == source)
            .sorted(Comparator.comparing(Reply::at))
            .toList();
    List<Filed> files = new ArrayList<>();
    for (Reply reply : ordered) {
      Filed file = new Filed(reference(source, files.size()), reply);
      files.add(file);
      filed.put(reply, file);
    }
    return files;
  }

  private String reference(Source source, int index) {
    if (source == Source.WEB) {
      return String.format(Locale.ROOT, "W%06d", index + 1);
    }
    Chance own = chance.stream("record").stream(index);
    return String.format(Locale.ROOT, "%016x%016x", own.bits(), own.bits());
  }

  private List<Removal> removals(Map<Reply, Filed> filed) {
    Map<String, Removal> byReference = new HashMap<>();
    for (List<Reply> group : same) {
      Filed kept = filed.get(group.get(group.size() - 1));
      for (Reply earlier : group.subList(0, group.size() - 1)) {
        Filed removed = filed.get(earlier);
        byReference.put(removed.reference(), new Removal(removed, kept));
      }
    }
    return byReference.values().stream()
        .sorted(
            Comparator.comparing((Removal r) -> r.removed().reply().source())
                .thenComparing(r -> r.removed().reply().at())
                .thenComparing(r -> r.removed().reference()))
        .toList();
  }
}
