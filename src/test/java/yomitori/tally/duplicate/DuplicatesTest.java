package yomitori.tally.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.answer.Source;
import yomitori.tally.duplicate.Proposal.Why;
import yomitori.tally.duplicate.Removal.Reason;
import yomitori.tally.plan.InstitutionFields;
import yomitori.tally.plan.Keep;

class DuplicatesTest {

  private static final InstitutionFields FIELDS = new InstitutionFields("pref", "name", "code");
  private static final Map<String, Source.Kind> KINDS =
      Map.of("fax", Source.Kind.FAX, "web", Source.Kind.WEB);

  @TempDir Path folder;

  private static Answer answer(
      String source, String reference, int day, String prefecture, String code, String name) {
    return answer(
        source,
        reference,
        day,
        Given.certain(prefecture),
        Given.certain(code),
        Given.certain(name));
  }

  private static Answer answer(
      String source, String reference, int day, Given prefecture, Given code, Given name) {
    return new Answer(
        source,
        reference,
        Optional.of(Instant.parse("2022-11-01T00:00:00Z").plusSeconds(86_400L * day)),
        Map.of("pref", prefecture, "code", code, "name", name));
  }

  private static Duplicates among(Keep keep, Answer... answers) {
    return Duplicates.among(List.of(answers), FIELDS, keep, KINDS, PairDecisions.none());
  }

  private static List<String> counted(Duplicates duplicates) {
    return duplicates.counted().stream().map(Answer::reference).toList();
  }

  @Test
  void ofTwoWithOnePrefectureAndCodeTheNewerCounts() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 3, "東京都", "1234567", "青空医院"),
            answer("web", "b", 1, "東京都", "1234567", "別の名前の病院"),
            answer("fax", "c", 2, "大阪府", "1234567", "青空医院"));

    assertThat(counted(found)).containsExactly("a", "c");
    assertThat(found.removals()).hasSize(1);
    assertThat(found.removals().get(0).kept().reference()).isEqualTo("a");
    assertThat(found.removals().get(0).reason()).isEqualTo(Reason.SAME_CODE);
  }

  @Test
  void aSourceThatIsPreferredCountsHoweverOldItIs() {
    Answer fax = answer("fax", "f", 9, "東京都", "1234567", "青空医院");
    Answer old = answer("web", "w1", 1, "東京都", "1234567", "青空医院");
    Answer web = answer("web", "w2", 2, "東京都", "1234567", "青空医院");

    assertThat(counted(among(Keep.WEB_OVER_FAX, fax, old, web))).containsExactly("w2");
    assertThat(counted(among(Keep.FAX_OVER_WEB, fax, old, web))).containsExactly("f");
    assertThat(counted(among(Keep.NEWEST, web, fax, old))).containsExactly("f");
  }

  @Test
  void atTheSameTimeTheOneNamedLastCounts() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 1, "東京都", "1234567", "青空医院"),
            answer("web", "b", 1, "東京都", "1234567", "青空医院"));

    assertThat(counted(found)).containsExactly("b");
  }

  @Test
  void aMissingCodeIsMadeUpByTheNameWhateverItsLegalFormAndWidth() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 1, "東京都", "1234567", "医療法人社団 青空ｸﾘﾆｯｸ"),
            answer("web", "b", 2, "東京都", "", "青空クリニック"));

    assertThat(counted(found)).containsExactly("b");
    assertThat(found.removals().get(0).reason()).isEqualTo(Reason.SAME_NAME);
  }

  @Test
  void aNameThatTwoInstitutionsShareIsProposedAndNotMerged() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 1, "東京都", "0100011", "鈴木医院"),
            answer("fax", "b", 1, "東京都", "0200029", "鈴木医院"),
            answer("web", "c", 2, "東京都", "", "鈴木医院"));

    assertThat(counted(found)).containsExactly("a", "b", "c");
    assertThat(found.proposals())
        .filteredOn(pair -> pair.second().reference().equals("c"))
        .hasSize(2)
        .allSatisfy(pair -> assertThat(pair.why()).isEqualTo(Why.NAME_SHARED));
  }

  @Test
  void aCodeInDoubtMergesNothingButIsProposed() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("web", "a", 1, "東京都", "1234567", "青空医院"),
            answer(
                "fax",
                "b",
                2,
                Given.certain("東京都"),
                Given.inDoubt("1234567"),
                Given.certain("海辺医院")));

    assertThat(counted(found)).containsExactly("a", "b");
    assertThat(found.proposals()).singleElement().extracting(Proposal::why).isEqualTo(Why.IN_DOUBT);
  }

  @Test
  void aWordThatNamesNobodyMergesNothing() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 1, "東京都", "", "医院"),
            answer("fax", "b", 1, "東京都", "", "医院"),
            answer("fax", "c", 1, "東京都", "", ""),
            answer("fax", "d", 1, "東京都", "", ""));

    assertThat(counted(found)).containsExactly("a", "b", "c", "d");
    assertThat(found.proposals()).isEmpty();
  }

  @Test
  void aDigitThatDiffersIsProposedWhereNamesAreAlike() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("fax", "a", 1, "東京都", "1234567", "青空内科クリニック"),
            answer("web", "b", 1, "東京都", "1234561", "青空内科クリニック"),
            answer("web", "c", 1, "東京都", "1234562", "みなと整形外科病院"));

    assertThat(counted(found)).containsExactly("a", "b", "c");
    assertThat(found.proposals())
        .singleElement()
        .extracting(Proposal::why)
        .isIn(Why.CODE_NEAR, Why.CODE_WRONG);
  }

  @Test
  void aPersonIsBelievedWhateverTwoAnswersHaveInCommon() throws Exception {
    Path file = folder.resolve("decisions.csv");
    List<String> lines =
        List.of(
            "\uFEFFfirst_source,first_reference,why,second_source,second_reference,decision",
            "fax,a,,web,b,different",
            "fax,a,,web,c, same ",
            "fax,a,,fax,none,");
    Files.write(file, lines);
    Duplicates found =
        Duplicates.among(
            List.of(
                answer("fax", "a", 1, "東京都", "1234567", "青空医院"),
                answer("web", "b", 2, "東京都", "1234567", "青空医院"),
                answer("web", "c", 3, "大阪府", "7654321", "海辺病院")),
            FIELDS,
            Keep.NEWEST,
            KINDS,
            DecisionFile.read(file));

    assertThat(counted(found)).containsExactly("b", "c");
    assertThat(found.removals())
        .singleElement()
        .extracting(Removal::reason)
        .isEqualTo(Reason.DECIDED);
    assertThat(found.proposals()).isEmpty();
  }

  @Test
  void aCodeInDoubtIsNotAMissingOne() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("web", "a", 1, "東京都", "1310001", "みどり医院"),
            answer(
                "fax",
                "b",
                2,
                Given.certain("東京都"),
                Given.inDoubt("1399999"),
                Given.certain("みどり医院")));

    assertThat(counted(found)).containsExactly("a", "b");
    assertThat(found.proposals()).singleElement().extracting(Proposal::why).isEqualTo(Why.IN_DOUBT);
  }

  @Test
  void whatStandsForNoCodeIsNone() {
    Duplicates found =
        among(
            Keep.NEWEST,
            answer("web", "a", 1, "東京都", "0000000", "青空医院"),
            answer("web", "b", 2, "東京都", "0000000", "海辺病院"),
            answer("web", "c", 1, "東京都", "わかりません。", "みどり医院"),
            answer("web", "d", 2, "東京都", "わかりません。", "駅前クリニック"));

    assertThat(counted(found)).containsExactly("a", "b", "c", "d");
  }

  @Test
  void twoThatAPersonToldApartAreNotJoinedThroughAThirdEither() {
    PairDecisions told =
        new PairDecisions(
            Map.of(
                Set.of(
                    new PairDecisions.AnswerName("fax", "a"),
                    new PairDecisions.AnswerName("fax", "b")),
                false));
    Duplicates found =
        Duplicates.among(
            List.of(
                answer("fax", "a", 1, "東京都", "1234567", "青空医院"),
                answer("fax", "b", 2, "東京都", "1234567", "青空医院"),
                answer("fax", "c", 3, "東京都", "1234567", "青空医院")),
            FIELDS,
            Keep.NEWEST,
            KINDS,
            told);

    assertThat(counted(found)).containsExactly("b", "c");
  }
}
