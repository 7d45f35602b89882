package yomitori.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.resolve.CodeLattice.Code;
import yomitori.resolve.MasterBelief.Ranked;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.text.DigitReading;
import yomitori.text.Lexicon;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/**
 * What a page's written fields say together of the institution that sent it.
 *
 * @param fields where the form asks for it
 * @param codes the likeliest codes, likeliest first; empty where none is written or asked for
 * @param prefectures how likely each prefecture is; empty where the form asks for none
 * @param word what the prefecture's own word says; empty where the form asks for none, or nobody
 *     asked to read it
 * @param wordScore how sure the engines are of that word, 0 to 1; 0 where none was read
 * @param listed what the master list says; empty without a list
 * @param name what was read of its name
 */
record SenderBelief(
    SenderFields fields,
    List<Code> codes,
    Optional<PrefectureBelief> prefectures,
    Optional<PrefectureBelief> word,
    double wordScore,
    Optional<MasterBelief> listed,
    NameEvidence name) {

  /** From this likeness on, another institution's name may be the one that is written. */
  private static final double LIKE = 0.75;

  /** So much liker another name is written, whatever the engines say. */
  private static final double MUCH_LIKER = 0.3;

  /** So much liker, where the engines are sure of what they read. */
  private static final double LIKER = 0.08;

  private static final double SURELY_READ = 0.9;

  /** From this likeness on a badly read name bears out a code, if no other name is liker. */
  private static final double CONFIRMS_FROM = 0.5;

  /** A word that is one prefecture's so surely speaks against another. */
  private static final double SURE_WORD = 0.9;

  /** A text read so surely, such as 横浜市, speaks against a prefecture that it is so unlike. */
  private static final double SURELY_READ_WORD = 0.85;

  private static final double UNLIKELY_WORD = 0.03;

  /** Below this no prefecture is said to be the one that was written. */
  static final double KNOWN_PREFECTURE_FROM = 0.5;

  /**
   * @param readings by field id
   */
  static SenderBelief of(
      Form form, Map<String, TextReading> readings, Optional<MasterList> masters) {
    SenderFields fields = SenderFields.of(form);
    Optional<TextReading> wordRead = fields.prefecture().map(f -> readings.get(f.id()));
    Optional<PrefectureBelief> word =
        wordRead.map(read -> belief(fields.prefecture().orElseThrow(), read));
    double wordScore =
        wordRead.stream()
            .flatMap(read -> read.candidates().stream().limit(1))
            .mapToDouble(Candidate::score)
            .findFirst()
            .orElse(0);
    List<DigitReading> cells =
        fields
            .code()
            .map(f -> readings.get(f.id()))
            .map(TextReading::cells)
            .filter(c -> c.size() == MedicalInstitutionCode.LENGTH)
            .orElse(List.of());
    NameEvidence name =
        fields
            .name()
            .map(f -> readings.get(f.id()))
            .map(NameEvidence::of)
            .orElseGet(NameEvidence::none);
    PrefectureBelief known = word.orElseGet(PrefectureBelief::unknown);
    if (masters.isPresent()) {
      MasterBelief belief = MasterBelief.of(masters.get(), cells, known, name);
      return new SenderBelief(
          fields,
          belief.codes(),
          word.map(w -> belief.prefectures()),
          word,
          wordScore,
          Optional.of(belief),
          name);
    }
    CodeBelief belief = CodeBelief.of(cells, known);
    return new SenderBelief(
        fields,
        belief.codes(),
        word.map(w -> belief.prefectures()),
        word,
        wordScore,
        Optional.empty(),
        name);
  }

  private static PrefectureBelief belief(TextField field, TextReading reading) {
    return PrefectureBelief.of(reading, new Lexicon(field.lexicon()));
  }

  /** Whether a code's check digit agrees with the likeliest prefecture. */
  boolean agrees(Code code) {
    int prefecture = prefectures.orElseGet(PrefectureBelief::unknown).likeliest();
    return prefectures.isEmpty() || MedicalInstitutionCode.agrees(prefecture, code.digits());
  }

  /** The likeliest institution of the list; empty without a list, or where none is likely. */
  Optional<Ranked> institution() {
    return listed.flatMap(belief -> belief.institutions().stream().findFirst());
  }

  /**
   * Whether the name is liker that of another institution than that of the likeliest one: then code
   * or name was written wrongly. Where the form is of none that is listed, whether the name is that
   * of one in a prefecture whose institutions are.
   */
  boolean nameDisagrees() {
    if (listed.isEmpty() || listed.get().likestName() < LIKE) {
      return false;
    }
    MasterBelief belief = listed.get();
    boolean ofListed =
        belief.isDecided()
            || likeliestCodeIsInstitutions()
            || (codes.isEmpty() && institution().isPresent());
    if (!ofListed) {
      return belief.covered();
    }
    double liker = belief.likestName() - name.likeness(belief.institutions().get(0).entry());
    return liker >= MUCH_LIKER || (liker >= LIKER && name.score() >= SURELY_READ);
  }

  private boolean likeliestCodeIsInstitutions() {
    return institution()
        .filter(likeliest -> !codes.isEmpty())
        .filter(likeliest -> likeliest.entry().code().equals(codes.get(0).digits()))
        .isPresent();
  }

  /** Whether a prefecture was read at all. */
  boolean prefectureRead() {
    return word.filter(w -> w.share(w.likeliest()) >= KNOWN_PREFECTURE_FROM).isPresent();
  }

  /** Whether the prefecture that was read is the one that all fields say together. */
  boolean prefectureConfirms() {
    return prefectureRead()
        && word.orElseThrow().likeliest() == prefectures.orElseThrow().likeliest();
  }

  /**
   * Whether the name that was read is that of the listed institution with the likeliest code: that
   * name itself, or badly read, and no other of a whole list is liker.
   */
  boolean nameConfirms() {
    if (!likeliestCodeIsInstitutions() || nameDisagrees()) {
      return false;
    }
    MasterEntry entry = institution().orElseThrow().entry();
    double likeness = name.likeness(entry);
    boolean likest =
        covered() && likeness >= CONFIRMS_FROM && likeness >= listed.orElseThrow().likestName();
    return name.isNameOf(entry) || (likest && !nameReadSurely());
  }

  /** Whether the list has most institutions of the likeliest prefecture. */
  boolean covered() {
    return listed.filter(MasterBelief::covered).isPresent();
  }

  /** Whether the engines are sure of the name, whatever it is. */
  boolean nameReadSurely() {
    return name.score() >= SURELY_READ;
  }

  /** Whether the prefecture's word says another one than all fields together. */
  boolean wordDisagrees() {
    if (word.isEmpty() || prefectures.isEmpty()) {
      return false;
    }
    PrefectureBelief alone = word.get();
    int decided = prefectures.get().likeliest();
    boolean another = alone.likeliest() != decided && alone.share(alone.likeliest()) >= SURE_WORD;
    return another || (wordScore >= SURELY_READ_WORD && alone.share(decided) < UNLIKELY_WORD);
  }

  /** What one of the page's fields holds. */
  TextDecision decide(Field field, TextReading reading, Phrases phrases) {
    if (field instanceof CombField comb) {
      return fields.isCode(field) && !codes.isEmpty()
          ? CombDecision.of(comb, reading, this)
          : CombDecision.of(comb, reading);
    }
    if (field instanceof AmountField amount) {
      return AmountDecision.of(amount, reading);
    }
    TextField text = (TextField) field;
    if (fields.isPrefectureOfSender(field) && prefectures.isPresent()) {
      return PrefectureDecision.of(reading, prefectures.get(), wordDisagrees());
    }
    if (SenderFields.isPrefecture(text)) {
      return PrefectureDecision.of(reading, belief(text, reading), false);
    }
    return fields.isName(field) && institution().isPresent()
        ? ListedName.decide(reading, this)
        : WordsDecision.of(text, reading, phrases.of(text));
  }
}
