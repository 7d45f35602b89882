package yomitori.review.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.day.Day;
import yomitori.desk.day.DayFigures;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.inbox.Drop;
import yomitori.desk.people.Role;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.SomeFaxes;
import yomitori.review.web.Visitor;

class HomeTest {

  private static final Instant NOW = Instant.parse("2022-11-15T03:00:00Z");

  @TempDir Path folder;
  private DeskHouse house;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.fixed(NOW, DeskHouse.ZONE), h -> List.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void countsTheDay() {
    SomeFaxes.into(house.ledger(), NOW);
    DayFigures figures = new Day(house.ledger()).since(Instant.parse("2022-11-14T15:00:00Z"));
    assertThat(figures).isEqualTo(new DayFigures(12, 2, 7, 3, 3, 4, 0, 3, List.of()));
    assertThat(new Day(house.ledger()).since(NOW).arrived()).isZero();
  }

  @Test
  void tellsWhatCouldNotBeReadAndWhyWithoutTrustingItsName() {
    house.add("hanako", Role.OPERATOR);
    SomeFaxes.into(house.ledger(), NOW);
    String page = house.loggedIn("hanako").get("/unread").body();
    assertThat(page)
        .contains("&lt;img src=x", "プログラムが止まりました（3 回）", "メモリーが足りません")
        .doesNotContain("<img");
  }

  @Test
  void healthIsUpUntilSomethingKeepsFaxesFromBeingTaken() {
    Visitor program = new Visitor(house.address());
    assertThat(program.get("/health").statusCode()).isEqualTo(200);
    house.problems().raise(Place.READING, "a.tif", "no memory", NOW);
    assertThat(program.get("/health").statusCode()).isEqualTo(200);
    house.problems().raise(Place.FILE, "b.tif", "Permission denied", NOW);
    HttpResponse<String> degraded = program.get("/health");
    assertThat(degraded.statusCode()).isEqualTo(200);
    assertThat(degraded.body()).contains("\"status\":\"degraded\"", "Permission denied");
    house.problems().raise(Place.ARCHIVE, "archive", "No space left on device", NOW);
    HttpResponse<String> down = program.get("/health");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("\"status\":\"down\"", "No space left on device");
  }

  @Test
  void metricsCountFaxesAndPages() {
    SomeFaxes.into(house.ledger(), NOW);
    Visitor program = new Visitor(house.address());
    program.get("/login");
    program.get("/made/up");
    assertThat(program.get("/metrics").body())
        .contains(
            "yomitori_answers_seconds_count{method=\"GET\",route=\"/login\",status=\"200\"} 1",
            "yomitori_answers_seconds_count{method=\"none\",route=\"none\",status=\"404\"} 1",
            "yomitori_faxes{state=\"waiting\"} 2.0",
            "yomitori_pages{status=\"review\"} 3.0",
            "yomitori_doubts 3.0",
            "jvm_memory_used_bytes");
  }

  @Test
  void aDroppedNameLeadsNowhereElse() throws IOException {
    Drop drop = new Drop(house.data());
    assertThat(drop.put("", "../../a.tif", text("1"))).isEqualTo("a.tif");
    assertThat(drop.put("../..", "C:\\faxes\\b.tif", text("2"))).isEqualTo("b.tif");
    assertThat(drop.put("大阪/東", ".hidden\u202Efit.tif", text("3"))).isEqualTo("東/hiddenfit.tif");
    assertThat(drop.put("", "a.tif", text("4"))).matches("[0-9a-f]{16}-a\\.tif");
    assertThat(drop.put("", "長".repeat(300) + ".tif", text("5"))).hasSize(60).endsWith("長.tif");
    try (Stream<Path> files = Files.walk(house.data().inbox())) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(5);
    }
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> new Drop(house.data()).put("", "a.tif", broken))
        .isInstanceOf(IOException.class);
    assertThat(house.data().inbox()).isEmptyDirectory();
  }

  @Test
  void anEmptyFileIsRefusedWithItsNameAndNothingIsAdded() {
    house.add("hanako", Role.OPERATOR);
    Visitor hanako = house.loggedIn("hanako");
    hanako.get("/");
    HttpResponse<String> refused =
        hanako.upload(
            "/upload",
            "fax",
            List.of(new Visitor.File("a.tif", "1"), new Visitor.File("b.tif", "")));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("0バイト", "b.tif");
    assertThat(house.data().inbox()).isEmptyDirectory();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
