package yomitori.tally.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.audit.AuditRow;
import yomitori.desk.export.CountedRecords;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.tally.desk.Decision.Word;
import yomitori.tally.desk.RunState.Failed;
import yomitori.tally.desk.RunState.Idle;
import yomitori.tally.desk.SourceRefused.Why;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.TallyPlan;

/** A desk's tally: what people give for it, and making it. */
class DeskTallyTest {

  private static final FormLibrary FORMS = new FormLibrary(Path.of("forms"));
  private static final Form FORM = FORMS.load("jma-onshi-2022");
  private static final TallySurvey SURVEY =
      new TallySurvey(FORM, FORMS.folderOf(FORM.id()), List.of(), Optional.empty(), "test");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-11-15T03:00:00Z"), ZoneOffset.UTC);
  private static final Actor HANAKO = new Actor(7, "hanako");

  private static final String WEB =
      """
      source: web
      id: web
      file: web.csv
      columns:
        institution_name: {column: 医療機関名}
        q2: {column: いつ頃, other: q2.other}
      """;

  private static final String TABLE =
      """
      医療機関名,いつ頃
      青空病院,2023年4月に間に合う予定
      海辺医院,2023年4月に間に合わない
      """;

  @TempDir private Path root;
  private Ledger ledger;
  private TallyFolder folder;
  private SourceShelf shelf;
  private DecisionBook book;
  private ThemeRules rules;
  private TallyRuns runs;
  private TallyPlan plan;

  @BeforeEach
  void open() throws TallyException {
    ledger = Ledger.sqlite(root.resolve("ledger.db"));
    folder = new TallyFolder(root.resolve("tally"));
    TallyTrail trail = new TallyTrail(ledger, CLOCK);
    shelf = new SourceShelf(folder, trail);
    book = new DecisionBook(folder, trail);
    rules = new ThemeRules(folder, SURVEY, trail);
    runs = new TallyRuns(folder, SURVEY, shelf, new CountedRecords(ledger), trail);
    plan = folder.plan(SURVEY);
  }

  @AfterEach
  void close() {
    runs.close();
    ledger.close();
  }

  private static Optional<InputStream> table(String text) {
    return Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<AuditRow> trail() {
    return new Audit(ledger, CLOCK).newest(AuditFilter.ALL, Optional.empty(), 99);
  }

  @Test
  void aSourceIsKeptWithItsTableChangedAndTakenAway() throws Exception {
    assertThat(shelf.keep(HANAKO, WEB, table(TABLE), "", plan).numbers().orElseThrow().answers())
        .isEqualTo(2);
    assertThat(folder.sources().resolve("web/web.csv")).hasContent(TABLE);
    assertThatThrownBy(() -> shelf.keep(HANAKO, WEB, table(TABLE), "", plan))
        .isInstanceOfSatisfying(
            SourceRefused.class, e -> assertThat(e.why()).isEqualTo(Why.ID_TAKEN));

    String renamed = WEB.replace("id: web", "id: net").replace("file: web.csv", "file: net.csv");
    shelf.keep(HANAKO, renamed, Optional.empty(), "web", plan);
    assertThat(shelf.all(plan)).extracting(KeptSource::id).containsExactly("net");
    assertThat(folder.sources().resolve("net/net.csv")).hasContent(TABLE);
    assertThat(shelf.text("net")).hasValue(renamed);
    assertThat(shelf.text("web")).isEmpty();

    assertThat(shelf.remove(HANAKO, "net")).isTrue();
    assertThat(shelf.all(plan)).isEmpty();
    assertThat(shelf.remove(HANAKO, "net")).isFalse();
    assertThat(folder.sources()).isEmptyDirectory();
    assertThat(trail()).extracting(row -> row.deed().newValue()).contains(WEB, renamed, "");
  }

  @Test
  void whatCannotBeUsedIsNotKeptAndTheLineIsSaid() throws Exception {
    String wrong = WEB.replace("column: いつ頃", "column: いつごろ");
    assertThatThrownBy(() -> shelf.keep(HANAKO, wrong, table(TABLE), "", plan))
        .isInstanceOfSatisfying(
            TallyException.class,
            e -> assertThat(e.said(Locale.JAPANESE)).startsWith("web.yaml:6: ").contains("いつごろ"));
    assertThatThrownBy(() -> shelf.keep(HANAKO, WEB, Optional.empty(), "", plan))
        .isInstanceOfSatisfying(
            SourceRefused.class, e -> assertThat(e.why()).isEqualTo(Why.NO_TABLE));
    assertThat(shelf.all(plan)).isEmpty();
    assertThat(folder.sources()).isEmptyDirectory();
    assertThat(trail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file: ../../ledger.db",
        "file: /etc/hostname",
        "file: .hidden",
        "file: web.yaml",
        "file: [web.csv]",
        "id: ../web",
        "id: fax",
        "id: ''",
      })
  void namesInAMappingLeadNowhereElse(String line) throws IOException {
    String key = line.replaceFirst(":.*", ": web.*");
    String text = WEB.replaceFirst("(?m)^" + key, line);
    assertThat(text).contains(line);
    assertThatThrownBy(() -> shelf.keep(HANAKO, text, table(TABLE), "", plan))
        .isInstanceOf(TallyException.class);
    assertThat(shelf.all(plan)).isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() throws IOException {
    String twice = WEB.replace("file: web.csv", "file: ../../ledger.db\nfile: web.csv");
    assertThatThrownBy(() -> shelf.keep(HANAKO, twice, table(TABLE), "", plan))
        .isInstanceOf(TallyException.class);
    assertThat(shelf.all(plan)).isEmpty();
  }

  @Test
  void aSourceThatWasCutOffInItsChangeIsBackAtTheNextLook() throws Exception {
    shelf.keep(HANAKO, WEB, table(TABLE), "", plan);
    Path place = folder.sources().resolve("web");
    Files.move(place, place.resolveSibling(".former-web"));
    assertThat(shelf.all(plan)).extracting(KeptSource::id).containsExactly("web");
    assertThat(place.resolve("web.csv")).hasContent(TABLE);
  }

  @Test
  void decisionsAreKeptChangedAndTakenBack() throws Exception {
    AnswerName one = new AnswerName("fax", "a\"1,=x");
    AnswerName other = new AnswerName("web", "2");
    book.decide(HANAKO, one, other, Optional.of(Word.LATER));
    book.decide(HANAKO, other, one, Optional.of(Word.DIFFERENT));
    assertThat(book.all().values())
        .containsExactly(
            new Decision(other, one, Word.DIFFERENT, "2022-11-15T03:00:00Z", "hanako"));
    book.decide(HANAKO, one, other, Optional.empty());
    assertThat(book.all()).isEmpty();
    assertThat(trail())
        .extracting(row -> row.deed().oldValue() + ">" + row.deed().newValue())
        .containsExactly("different>", "later>different", ">later");
  }

  @Test
  void themesOfTwoPeopleDoNotOverwriteEachOther() throws Exception {
    String before = rules.now().text();
    assertThat(rules.keep(HANAKO, before.replace("\n", "\r\n"), "工事: 工事 待\r\n")).isTrue();
    assertThat(rules.now().names()).containsExactly("工事");
    assertThat(rules.keep(HANAKO, before, "別: 別")).isFalse();
    assertThat(rules.now().names()).containsExactly("工事");
    assertThatThrownBy(() -> rules.keep(HANAKO, "工事: 工事 待", "ok: a\nno colon"))
        .isInstanceOfSatisfying(
            TallyException.class,
            e -> assertThat(e.said(Locale.ENGLISH)).startsWith("themes.txt:2: "));
  }

  @Test
  void aTallyIsMadeOfWhatCountsNowAndOfTheSources() throws Exception {
    fax("a.tif", "青空病院");
    fax("b.tif", "山の医院");
    FilledLedger.addPage(ledger, FORM, "c.tif", List.of(Read.doubt("q2", "?", 1)));
    shelf.keep(HANAKO, WEB, table(TABLE), "", plan);
    make();
    assertThat(runs.state()).isInstanceOf(Idle.class);
    MadeTally made = runs.made().orElseThrow();
    assertThat(made.tally().flow().answers()).isEqualTo(4);
    assertThat(runs.report().orElseThrow().resolve("answers.csv"))
        .content()
        .contains("青空病院", "山の医院", "海辺医院");
    assertThat(folder.running()).doesNotExist();
    assertThat(trail().get(0).deed().newValue()).isEqualTo("4");

    Path yaml = folder.sources().resolve("web/web.yaml");
    Files.writeString(yaml, WEB.replace("column: いつ頃", "column: いつごろ"));
    make();
    Failed failed = (Failed) runs.state();
    assertThat(failed.given().orElseThrow().said(Locale.JAPANESE)).startsWith("web/web.yaml:6: ");
    assertThat(runs.made()).as("the last one that was made").hasValue(made);
    assertThat(runs.report()).isPresent();
  }

  @Test
  void whatPeopleDecidedIsInTheNextTally() throws Exception {
    fax("a.tif", "青空病院");
    fax("b.tif", "山の医院");
    AnswerName one = new AnswerName("fax", String.format("%032x", 1));
    AnswerName other = new AnswerName("fax", String.format("%032x", 2));
    book.decide(HANAKO, one, other, Optional.of(Word.SAME));
    make();
    assertThat(runs.made().orElseThrow().tally().flow().counted()).isEqualTo(1);
    assertThat(book.all()).containsOnlyKeys(Set.of(one, other));
  }

  private void fax(String name, String institution) {
    FilledLedger.addPage(
        ledger,
        FORM,
        name,
        List.of(Read.accepted("institution_name", institution), Read.accepted("q2", "by_april")));
  }

  private void make() {
    assertThat(runs.start(HANAKO, Locale.JAPANESE)).isTrue();
    runs.await();
  }
}
