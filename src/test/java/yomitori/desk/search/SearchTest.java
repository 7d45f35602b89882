package yomitori.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SentPage;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Kind;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;

@OnEveryDatabase
class SearchTest {

  private static final Instant NOON = Instant.parse("2022-11-15T03:00:00Z");

  @Parameter private Database database;
  @TempDir private Path folder;
  private Ledger ledger;
  private Search search;
  private long suzuki;
  private long sato;
  private long high;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
    search = new Search(ledger, new Respondents(ledger, new PageForms(List.of(SentPage.FORM))));
    suzuki =
        SentPage.of("03-1234-5678/a.tif", NOON, "東京都", "1312345", "医療法人社団 鈴木クリニック").into(ledger);
    sato =
        SentPage.of("mail/Sato_100%.pdf", NOON.plusSeconds(60), "大阪府", "2700012", "佐藤内科")
            .doubting("q1.none")
            .into(ledger);
    high =
        SentPage.of("b.tif", NOON.plus(Duration.ofDays(2)), "東京都", "1399999", "高橋ﾋﾙｽﾞｸﾘﾆｯｸ")
            .into(ledger);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static SearchFilter words(String... words) {
    return new SearchFilter(
        List.of(words),
        "",
        "",
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "");
  }

  private static SearchFilter only(
      String institution, String code, int prefecture, String source, String status) {
    return new SearchFilter(
        List.of(),
        institution,
        code,
        prefecture == 0 ? OptionalInt.empty() : OptionalInt.of(prefecture),
        Optional.empty(),
        Optional.empty(),
        source,
        status,
        "");
  }

  private List<Long> found(SearchFilter filter) {
    return search.find(filter, 0, 10).rows().stream().map(Found::page).toList();
  }

  @Test
  void namesAreFoundHoweverTheyAreWritten() {
    assertThat(found(only("鈴木ｸﾘﾆｯｸ", "", 0, "", ""))).containsExactly(suzuki);
    assertThat(found(only("髙橋 ヒルズ", "", 0, "", ""))).containsExactly(high);
    assertThat(found(only("医療法人", "", 0, "", ""))).containsExactly(suzuki);
    assertThat(found(only("", "", 0, "", ""))).containsExactly(high, sato, suzuki);
  }

  @Test
  void conditionsAreCombined() {
    assertThat(found(only("", "13", 13, "", ""))).containsExactly(high, suzuki);
    assertThat(found(only("", "13", 13, "03-1234", ""))).containsExactly(suzuki);
    assertThat(found(only("", "", 0, "", "review"))).containsExactly(sato);
    assertThat(found(only("", "", 13, "", "review"))).isEmpty();
  }

  @Test
  void everyWordMustBeFoundSomewhere() {
    assertThat(found(words("東京都", "鈴木"))).containsExactly(suzuki);
    assertThat(found(words("SATO_100%"))).containsExactly(sato);
    assertThat(found(words("%"))).containsExactly(sato);
    assertThat(found(words("1399999", "大阪府"))).isEmpty();
  }

  @Test
  void theLastMomentOfARangeDoesNotCount() {
    SearchFilter day =
        new SearchFilter(
            List.of(),
            "",
            "",
            OptionalInt.empty(),
            Optional.of(NOON),
            Optional.of(NOON.plusSeconds(60)),
            "",
            "",
            SentPage.FORM.id());
    assertThat(found(day)).containsExactly(suzuki);
  }

  @Test
  void sourcesAreFoundHoweverTheyAreWritten() {
    String decomposed = Normalizer.normalize("さくらデンタル", Normalizer.Form.NFD);
    long wide = SentPage.of("ＦＡＸ１２/ｻｸﾗ.tif", NOON, "", "", "").into(ledger);
    long apart = SentPage.of(decomposed + "/c.tif", NOON, "", "", "").into(ledger);
    assertThat(found(only("", "", 0, "fax12", ""))).containsExactly(wide);
    assertThat(found(words("ＦＡＸ１２"))).containsExactly(wide);
    assertThat(found(words("サクラ"))).containsExactly(wide);
    assertThat(found(words("さくらデンタル"))).containsExactly(apart);
    assertThat(found(only("", "", 0, decomposed, ""))).containsExactly(apart);
  }

  @Test
  void leadsFromOneToTheNext() {
    SearchFilter tokyo = words("東京都");
    assertThat(search.older(tokyo, high)).contains(suzuki);
    assertThat(search.older(tokyo, suzuki)).isEmpty();
    assertThat(search.newer(tokyo, suzuki)).contains(high);
    assertThat(search.find(tokyo, 1, 1)).satisfies(r -> assertThat(r.total()).isEqualTo(2));
  }

  @Test
  void whatAPersonCorrectsIsFoundAtOnce() {
    assertThat(found(words("佐藤"))).containsExactly(sato);
    ledger.change(
        handle -> {
          Values.lock(handle, sato);
          Values.decide(
              handle,
              NOON,
              Actor.DESK,
              Kind.RECORD,
              Values.newStep(),
              new FieldKey(sato, "institution_name"),
              "加藤内科",
              FieldState.corrected("加藤内科"));
        });
    assertThat(found(words("佐藤"))).isEmpty();
    assertThat(found(words("加藤"))).containsExactly(sato);
  }
}
