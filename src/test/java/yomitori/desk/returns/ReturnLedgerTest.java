package yomitori.desk.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SentPage;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.values.PageForms;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

@OnEveryDatabase
class ReturnLedgerTest {

  private static final Instant NOON = Instant.parse("2022-11-15T03:00:00Z");
  private static final OptionalInt ALL = OptionalInt.empty();

  private static final MasterList MASTERS =
      MasterList.of(
          List.of(
              new MasterEntry(13, "1312345", "医療法人社団 鈴木クリニック"),
              new MasterEntry(13, "1399999", "高橋医院"),
              new MasterEntry(27, "2700012", "佐藤内科"),
              new MasterEntry(27, "2700020", "高橋医院")));

  @Parameter private Database database;
  @TempDir private Path folder;
  private Ledger ledger;
  private ReturnLedger returns;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
    Respondents respondents = new Respondents(ledger, new PageForms(List.of(SentPage.FORM)));
    returns = new ReturnLedger(ledger, respondents, MASTERS);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private long page(String prefecture, String code, String name, String... doubts) {
    SentPage page = SentPage.of("a.tif", NOON, prefecture, code, name);
    for (String doubt : doubts) {
      page = page.doubting(doubt);
    }
    return page.into(ledger);
  }

  private Returns now() {
    return returns.now(SentPage.FORM.id());
  }

  private List<String> codes(ReturnState state, OptionalInt prefecture) {
    return now().institutions(state, prefecture).map(r -> r.institution().code()).toList();
  }

  @Test
  void whoeverSentPrefectureAndCodeHasAnswered() {
    page("東京都", "1312345", "鈴木", "q1.none");
    page("大阪府", "1312345", "鈴木");
    assertThat(codes(ReturnState.ANSWERED, ALL)).containsExactly("1312345");
    assertThat(codes(ReturnState.MISSING, OptionalInt.of(13))).containsExactly("1399999");
    assertThat(now().counts(OptionalInt.of(13)).rate()).isEqualTo(0.5);
    assertThat(now().counts(ALL)).isEqualTo(new ReturnCounts(4, 1, 0, 0));
    assertThat(now().unlisted()).hasSize(1);
  }

  @Test
  void aNameOrACodeInDoubtIsOnlyProposed() {
    page("大阪府", "", "高橋 医院");
    page("東京都", "1312345", "", "institution_code");
    assertThat(codes(ReturnState.ANSWERED, ALL)).isEmpty();
    assertThat(codes(ReturnState.PROPOSED, ALL)).containsExactly("1312345", "2700020");
    assertThat(codes(ReturnState.MISSING, ALL)).hasSize(4);
  }

  @Test
  void aNameWithoutItsPrefectureIsProposedToAllWhoHaveIt() {
    page("", "", "髙橋医院");
    assertThat(codes(ReturnState.PROPOSED, ALL)).containsExactly("1399999", "2700020");
  }

  @Test
  void severalAnswersOfOneAreShownAndCopiesAreNone() {
    long first = page("大阪府", "2700012", "佐藤内科");
    long second = page("大阪府", "2700012", "佐藤内科");
    assertThat(codes(ReturnState.SEVERAL, ALL)).containsExactly("2700012");
    ledger.change(
        handle ->
            handle.execute(
                "UPDATE page SET same_as = ?, changed_at = changed_at + 1 WHERE id = ?",
                first,
                second));
    assertThat(codes(ReturnState.SEVERAL, ALL)).isEmpty();
    assertThat(codes(ReturnState.ANSWERED, ALL)).containsExactly("2700012");
  }
}
