package yomitori.review.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.export.Exports;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.inbox.Drop;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Tokens;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.PuttingAside;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Reason;
import yomitori.review.api.Program.Answer;
import yomitori.review.web.AllRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

@OnEveryDatabase
class ApiTest {

  private static final Form FORM = SampleForm.form();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-11-15T03:00:00Z"), DeskHouse.ZONE);
  private static final String R = "/api/v1/records";
  private static final String JSON = "application/json";
  private static final byte[] FAX = "II*\0 a fax".getBytes(StandardCharsets.US_ASCII);

  @Parameter private Database database;
  @TempDir Path folder;
  private DeskHouse house;
  private ApiRoutes routes;
  private Tokens tokens;
  private DoubtQueue queue;
  private final OpenApi document = new OpenApi();

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, database, CLOCK, this::routes);
  }

  private List<Routes> routes(DeskHouse h) {
    PageForms forms = new PageForms(List.of(FORM));
    tokens = new Tokens(h.ledger(), CLOCK);
    queue = new DoubtQueue(h.ledger(), forms, QueueRules.STANDARD, CLOCK, new Random(1));
    routes =
        new ApiRoutes(
            new ApiRoutes.Parts(
                h.ledger(),
                tokens,
                new Drop(h.data()),
                queue,
                new PagePictures(h.ledger(), forms, h.data().root()),
                new Exports(
                    h.ledger(), h.data().exports(), List.of(FORM), CsvEncoding.UTF_8, CLOCK),
                h.audit(),
                1000,
                CLOCK));
    return List.of(routes);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Program program(Right... rights) {
    Set<Right> set = EnumSet.copyOf(List.of(rights));
    return new Program(document, house.address(), tokens.add(Actor.DESK, "集計", set).secret());
  }

  private Program all() {
    return program(Right.values());
  }

  /** A page of a fax of its own. */
  private long page(String record, Status status, List<FieldValue> values) {
    String archived = "testdata/demo/fax-20221115-0912.tif";
    long fax =
        house
            .ledger()
            .write(
                handle ->
                    handle
                        .createUpdate(
                            "INSERT INTO fax (sha256, name, source, sender, bytes, received_at,"
                                + " taken_at, archived, state) VALUES (:name, :name, :name, '', 1,"
                                + " 0, 0, :archived, 'read')")
                        .bind("name", record + ".tif")
                        .bind("archived", Path.of(archived).toAbsolutePath().toString())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(long.class)
                        .one());
    PageLedger pages = new PageLedger(house.ledger(), List.of(FORM));
    return pages.add(
        fax,
        new PageRecord(record, "sample", "1", record, 1, CLOCK.instant(), status, values),
        CLOCK.instant());
  }

  private long doubtful(String record) {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(2, SampleForm.doubtful("q1.installed", "?", Reason.FAINT_MARK));
    return page(record, Status.REVIEW, values);
  }

  @Test
  void theDocumentTellsEveryCallAndNoOther() {
    Set<String> there = new TreeSet<>(AllRoutes.of(routes));
    there.add("get /api/v1/health"); // of the routes that watch over the desk
    assertThat(document.operations()).isEqualTo(there);
  }

  @Test
  void everyCallAnswersAsTheDocumentSays() throws IOException {
    doubtful("r1");
    page("r2", Status.ACCEPTED, SampleForm.values("鈴木医院"));
    new PageLedger(house.ledger(), List.of(FORM))
        .add(1, 2, Failure.of(Cause.MEMORY, ""), CLOCK.instant());
    Program program = all();
    program.get("/api/openapi.json");
    program.get("/api/v1/health");
    assertThat(program.send("POST", "/api/v1/faxes", "image/tiff", FAX).status()).isEqualTo(202);
    program.get("/api/v1/faxes/r1.tif");
    program.get(R);
    assertThat(program.get(R + "/r1").json().path("fields").size()).isEqualTo(5);
    assertThat(program.get(R + "/r1/page.png").response().body()).startsWith(0x89, 'P', 'N', 'G');
    program.get(R + "/r1/fields/q1.installed");
    program.get(R + "/r1/fields/institution_name/crop.png");
    program.get("/api/v1/doubts");
    program.get("/api/v1/failures");
    answer(program, "r1", 0, "1");
    program.send("DELETE", R + "/r1/fields/q1.installed/answer", "", new byte[0]);
    makeExport(program, "whole");
    program.get("/api/v1/exports");
    for (String file : Exports.FILES) {
      program.get("/api/v1/exports/1/" + file);
    }
    assertThat(document.seen()).isEqualTo(document.operations());
  }

  private static Answer answer(Program program, String record, long version, String value) {
    String body = "{\"value\":\"" + value + "\",\"version\":" + version + "}";
    return program.send(
        "PUT",
        R + "/" + record + "/fields/q1.installed/answer",
        JSON,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer makeExport(Program program, String kind) {
    byte[] body = ("{\"kind\":\"" + kind + "\"}").getBytes(StandardCharsets.UTF_8);
    return program.send("POST", "/api/v1/exports", JSON, body);
  }

  @Test
  void withoutAGoodKeyNothingIsToldAndManyWrongOnesAreSlowedDown() {
    Program none = new Program(document, house.address(), "");
    assertThat(none.get(R).status()).isEqualTo(401);
    Program wrong = new Program(document, house.address(), "yomitori_guessed");
    int status = 401;
    for (int i = 0; i < 50 && status == 401; i++) {
      status = wrong.get(R).status();
    }
    assertThat(status).isEqualTo(429);
    assertThat(wrong.get(R).response().headers().firstValueAsLong("Retry-After").orElse(0))
        .isPositive();
    assertThat(all().get(R).status()).as("a good one beside it").isEqualTo(200);
  }

  @Test
  void aKeyDoesOnlyWhatItMayAndOnlyUntilItIsWithdrawn() {
    doubtful("r1");
    Program reader = program(Right.READ);
    assertThat(reader.send("POST", "/api/v1/faxes", "image/tiff", FAX).status()).isEqualTo(403);
    assertThat(answer(reader, "r1", 0, "1").status()).isEqualTo(403);
    assertThat(program(Right.DROP).get(R).status()).isEqualTo(403);
    long newest = tokens.all().get(1).id();
    assertThat(tokens.withdraw(Actor.DESK, newest)).isTrue();
    assertThat(reader.get(R).status()).isEqualTo(401);
  }

  @Test
  void theSameFaxIsTakenOnce() throws IOException {
    Program program = all();
    Answer first = program.send("POST", "/api/v1/faxes?sender=03-1", "image/tiff", FAX);
    assertThat(first.json().path("known").asBoolean()).isFalse();
    String sha256 = first.json().path("sha256").asText();
    house
        .ledger()
        .change(
            h ->
                h.execute(
                    "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                        + " archived, state) VALUES (?, 'a', 'a', '', 1, 0, 0, 'a', 'waiting')",
                    sha256));
    Answer again = program.send("POST", "/api/v1/faxes?name=b.tif", JSON, FAX);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("known").asBoolean()).isTrue();
    assertThat(program.get("/api/v1/faxes/" + sha256).json().path("state").asText())
        .isEqualTo("waiting");
    try (Stream<Path> files = Files.walk(house.data().inbox())) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aFormThatIsBrokenOrTooLargeIsRefusedInWords() throws IOException {
    Program program = all();
    String form = "multipart/form-data; boundary=x";
    String head = "--x\r\nContent-Disposition: form-data; name=\"fax\"; filename=\"%s\"\r\n\r\n";
    String end = "\r\n--x--\r\n";
    assertThat(formStatus(program, form, head.formatted("a.tif") + "a".repeat(5 << 20) + end))
        .isEqualTo(413);
    assertThat(formStatus(program, form, head.formatted("a\u0007.tif") + "a" + end)).isEqualTo(400);
    assertThat(formStatus(program, form, head.formatted("a.tif") + "a")).isEqualTo(400);
    assertThat(formStatus(program, form, "no form")).isEqualTo(400);
    assertThat(formStatus(program, "multipart/form-data", "no form")).isEqualTo(400);
  }

  private static int formStatus(Program program, String type, String body) throws IOException {
    return program
        .send("POST", "/api/v1/faxes", type, body.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  @Test
  void whatIsNoFaxOrTooLargeIsNotTaken() throws IOException {
    Program program = all();
    assertThat(program.send("POST", "/api/v1/faxes", "text/plain", FAX).status()).isEqualTo(415);
    assertThat(program.send("POST", "/api/v1/faxes", "image/tiff", new byte[2000]).status())
        .isEqualTo(413);
    Answer empty = program.send("POST", "/api/v1/faxes", "image/tiff", new byte[0]);
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.json().path("code").asText()).isEqualTo("empty");
    try (Stream<Path> files = Files.walk(house.data().inbox())) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void anAnswerToWhatHasChangedSinceIsAConflictAndOnlyOnesOwnIsTakenBack() {
    long page = doubtful("r1");
    Program program = all();
    assertThat(answer(program, "r1", 0, "maybe").status()).isEqualTo(422);
    Answer taken = answer(program, "r1", 0, "1");
    assertThat(taken.json().path("decision").asText()).isEqualTo("corrected");
    long version = taken.json().path("version").asLong();
    assertThat(answer(program, "r1", 0, "0").status()).isEqualTo(409);
    assertThat(answer(program, "r1", version, "0").status()).as("no doubt any more").isEqualTo(409);
    String answered = R + "/r1/fields/q1.installed/answer";
    Answer back = program.send("DELETE", answered, "", new byte[0]);
    assertThat(back.json().path("decision").asText()).isEqualTo("review");
    long now = back.json().path("version").asLong();
    queue.answer(new Actor(7, "hanako"), new FieldKey(page, "q1.installed"), now, "0");
    assertThat(program.send("DELETE", answered, "", new byte[0]).status()).isEqualTo(409);
  }

  @Test
  void aProgramThatAsksAgainMissesNoChangeHoweverTheTimesLie() {
    page("r1", Status.ACCEPTED, SampleForm.values("一"));
    doubtful("r2");
    page("r3", Status.ACCEPTED, SampleForm.values("三"));
    Program program = all();
    List<String> told = new ArrayList<>();
    long since = 0;
    boolean more = true;
    while (more) {
      JsonNode answer = program.get(R + "?limit=2&since=" + since).json();
      answer.path("records").forEach(record -> told.add(record.path("record_id").asText()));
      since = answer.path("next").asLong();
      more = answer.path("more").asBoolean();
    }
    assertThat(told).containsExactly("r1", "r2", "r3");
    // Written by another at the same time and seen later, with an earlier time.
    house.ledger().change(h -> h.execute("UPDATE page SET changed_at = 5 WHERE record_id = 'r1'"));
    JsonNode later = program.get(R + "?since=" + since).json();
    assertThat(later.path("records")).hasSize(1);
    assertThat(later.path("records").path(0).path("record_id").asText()).isEqualTo("r1");
    assertThat(program.get(R + "?since=" + later.path("next").asLong()).json().path("records"))
        .isEmpty();
  }

  @Test
  void aRecordThatIsPutAsideIsToldOnceMoreAndNamesTheOneThatCountsInstead() {
    long kept = page("r1", Status.ACCEPTED, SampleForm.values("一"));
    long aside = page("r2", Status.ACCEPTED, SampleForm.values("一"));
    Program program = all();
    JsonNode all = program.get(R).json();
    assertThat(all.path("records")).hasSize(2).allMatch(r -> r.path("same_as").isNull());
    String next = R + "?since=" + all.path("next").asLong();
    house.ledger().change(h -> PuttingAside.aside(h, CLOCK.instant(), Actor.DESK, aside, kept));
    JsonNode told = program.get(next).json().path("records");
    assertThat(told.findValuesAsText("record_id")).containsExactly("r2");
    assertThat(told.findValuesAsText("same_as")).containsExactly("r1");
    assertThat(program.get(R + "/r2").json().path("same_as").asText()).isEqualTo("r1");
    assertThat(program.get(R + "/r1").json().path("same_as").isNull()).isTrue();
  }

  @Test
  void doubtsAreLeafedThroughWithoutGapsAndWhatIsWrongIsAProblem() {
    for (int i = 0; i < 5; i++) {
      doubtful("r" + i);
    }
    Program program = all();
    Set<String> told = new TreeSet<>();
    String after = "";
    for (int i = 0; i < 3; i++) {
      JsonNode answer = program.get("/api/v1/doubts?limit=2&after=" + after).json();
      answer.path("doubts").forEach(doubt -> told.add(doubt.path("record_id").asText()));
      after = answer.path("next").asText();
    }
    assertThat(told).containsExactly("r0", "r1", "r2", "r3", "r4");
    assertThat(program.get("/api/v1/doubts?after=nonsense").status()).isEqualTo(400);
    assertThat(program.get("/api/v1/doubts?limit=0").status()).isEqualTo(400);
    assertThat(program.get(R + "/none").status()).isEqualTo(404);
    assertThat(makeExport(program, "some").status()).isEqualTo(400);
    assertThat(makeExport(program, "new").status()).isEqualTo(204);
  }
}
