package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.simulate.chance.Chance;

/** Draws pairs of senders that are alike, none of which is like any other institution by rule. */
final class NearReplyDraw {

  private static final List<NearKind> KINDS = List.of(NearKind.values());

  private static final int MOST_TRIES = 10_000;

  /** In a small survey no two names may differ by a letter. */
  private static final int MOST_TRIES_FOR_OTHER = 200;

  /** What stands in names: a letter read as another one mostly is one of these. */
  private static final String LETTERS = "佐藤鈴木高田中伊山本村小林加吉口松井上清水森池橋阿部石川前岡後近坂遠青西福太三浦原野竹内金子和柴酒南北東町";

  private final Institutions institutions;
  private final Chance chance;
  private final Set<String> used = new HashSet<>();
  private final List<Pair> pairs = new ArrayList<>();

  /** Takes a pair. */
  interface Pairs {
    void add(NearKind kind, Sender one, Sender other);
  }

  private record Pair(NearKind kind, Sender one, Sender other) {}

  /** Pairs that were drawn. */
  record Drawn(List<Pair> pairs) {

    void forEach(Pairs to) {
      pairs.forEach(pair -> to.add(pair.kind(), pair.one(), pair.other()));
    }
  }

  NearReplyDraw(Institutions institutions, Chance chance) {
    this.institutions = institutions;
    this.chance = chance;
  }

  /** Each kind in turn. */
  Drawn draw(int count) {
    for (int tries = 0; pairs.size() < count && tries < MOST_TRIES; tries++) {
      draw(KINDS.get(pairs.size() % KINDS.size())).ifPresent(pairs::add);
    }
    if (pairs.size() < count) {
      throw new IllegalStateException("too few institutions for " + count + " near pairs");
    }
    return new Drawn(List.copyOf(pairs));
  }

  private Optional<Pair> draw(NearKind kind) {
    return switch (kind) {
      case CODE_DIGIT -> codeDigit(institutions.take());
      case NAME_LETTER -> nameLetter(institutions.takeUnique());
      case OTHER_INSTITUTION -> otherInstitution();
      case PREFECTURE -> prefecture(institutions.take());
    };
  }

  private Optional<Pair> codeDigit(MasterEntry institution) {
    StringBuilder code = new StringBuilder(institution.code());
    int place = chance.below(code.length());
    code.setCharAt(place, (char) ('0' + (code.charAt(place) - '0' + 1 + chance.below(9)) % 10));
    Sender right = whole(institution);
    boolean free =
        !institutions.hasCode(institution.prefecture(), code.toString())
            && used.add(institution.prefecture() + code.toString());
    return free
        ? pair(NearKind.CODE_DIGIT, right, new Sender(right.prefecture(), right.name(), "" + code))
        : Optional.empty();
  }

  private Optional<Pair> nameLetter(MasterEntry institution) {
    String name = otherLetter(institution.name());
    Sender right = whole(institution);
    String key = institution.prefecture() + InstitutionName.comparable(name);
    boolean free =
        !institutions.hasName(institution.prefecture(), name)
            && !isSame(name, institution.name())
            && used.add(key);
    return free
        ? pair(NearKind.NAME_LETTER, right, new Sender(right.prefecture(), name, ""))
        : Optional.empty();
  }

  /** The letter is one of the name's own part: the kind at its end is never misread. */
  private String otherLetter(String name) {
    String bare = InstitutionName.ways(name).get(1 % InstitutionName.ways(name).size());
    int place = chance.below(Math.min(2, bare.length()));
    StringBuilder other = new StringBuilder(bare);
    other.setCharAt(place, LETTERS.charAt(chance.below(LETTERS.length())));
    return other.toString();
  }

  private Optional<Pair> otherInstitution() {
    for (int tries = 0; tries < MOST_TRIES_FOR_OTHER; tries++) {
      MasterEntry institution = institutions.takeUnique();
      String name = otherLetter(institution.name());
      boolean other = !isSame(name, institution.name());
      Optional<MasterEntry> found =
          other ? institutions.takeUnique(institution.prefecture(), name) : Optional.empty();
      if (found.isPresent()) {
        return pair(NearKind.OTHER_INSTITUTION, withoutCode(institution), withoutCode(found.get()));
      }
    }
    return nameLetter(institutions.takeUnique());
  }

  private static boolean isSame(String one, String other) {
    return InstitutionName.comparable(one).equals(InstitutionName.comparable(other));
  }

  private Optional<Pair> prefecture(MasterEntry institution) {
    int wrong = 1 + chance.below(MasterEntry.PREFECTURES);
    Sender right = whole(institution);
    boolean free =
        wrong != institution.prefecture()
            && !institutions.hasCode(wrong, institution.code())
            && !institutions.hasName(wrong, institution.name())
            && used.add(wrong + institution.code());
    return free
        ? pair(
            NearKind.PREFECTURE,
            right,
            new Sender(Prefecture.name(wrong), right.name(), right.code()))
        : Optional.empty();
  }

  private static Optional<Pair> pair(NearKind kind, Sender one, Sender other) {
    return Optional.of(new Pair(kind, one, other));
  }

  private static Sender whole(MasterEntry institution) {
    return new Sender(
        Prefecture.name(institution.prefecture()), institution.name(), institution.code());
  }

  private static Sender withoutCode(MasterEntry institution) {
    return new Sender(Prefecture.name(institution.prefecture()), institution.name(), "");
  }
}
