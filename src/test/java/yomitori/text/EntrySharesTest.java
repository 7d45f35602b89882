package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import yomitori.text.TextReading.Candidate;

class EntrySharesTest {

  private static final List<String> CHARACTERS = List.of("大", "太", "分", "阪", "府", "県");

  private static final Lexicon LEXICON = new Lexicon(List.of("大阪府", "大分県", "北海道"));

  /** The net's surest character at each step; the rest is as unlikely everywhere. */
  private static EntryShares shares(String seen, float logit) {
    int classes = CHARACTERS.size() + 1;
    float[] logits = new float[seen.length() * classes];
    for (int i = 0; i < seen.length(); i++) {
      logits[i * classes + 1 + CHARACTERS.indexOf(seen.substring(i, i + 1))] = logit;
    }
    return EntryShares.of(new CtcLine(new CtcAlphabet(CHARACTERS), logits), LEXICON);
  }

  @Test
  void whatWasReadIsAsLikelyAsTheEntryThatItStandsForHoweverSureTheEngineIs() {
    EntryShares shares = shares("大分", 4);
    double share = shares.likeliest().get(0).score();
    for (String way : List.of("大分県", "大分", "大分府")) {
      for (double score : List.of(0.1, 0.99)) {
        assertThat(shares.judged(new Candidate(way, score)).score()).as(way).isEqualTo(share);
      }
    }
  }

  @Test
  void anEntryThatTheNetDoesNotSeeIsUnlikelyThoughAnEngineReadIt() {
    Candidate read = shares("大阪府", 12).judged(new Candidate("大分県", 0.95));
    assertThat(read.score()).isLessThan(0.05);
  }

  @Test
  void whatStandsForNoEntryKeepsItsScore() {
    assertThat(shares("太府", 6).judged(new Candidate("太府", 0.7)).score()).isEqualTo(0.7);
  }

  @Test
  void theLikeliestEntriesComeFirstAndAreNoMoreThanCertainTogether() {
    List<Candidate> likeliest = shares("大阪県", 3).likeliest();
    assertThat(likeliest.get(0).text()).isEqualTo("大阪府");
    assertThat(likeliest.stream().mapToDouble(Candidate::score).sum())
        .isLessThanOrEqualTo(1 + 1e-9)
        .isCloseTo(1, within(0.1));
  }

  @Test
  void aLexiconWithoutEntriesNamesNothing() {
    CtcLine line = new CtcLine(new CtcAlphabet(CHARACTERS), new float[CHARACTERS.size() + 1]);
    assertThat(EntryShares.of(line, new Lexicon(List.of())).likeliest()).isEmpty();
  }
}
