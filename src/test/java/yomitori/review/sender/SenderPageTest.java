package yomitori.review.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SentPage;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.people.Role;
import yomitori.desk.sender.PageTrace;
import yomitori.desk.sender.Placement;
import yomitori.desk.sender.SenderName;
import yomitori.desk.sender.Senders;
import yomitori.geometry.Resolution;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

@OnEveryDatabase
class SenderPageTest {

  private static final Resolution FINE = new Resolution(204, 196);
  private static final Resolution STANDARD = new Resolution(204, 98);

  @Parameter private Database database;
  @TempDir private Path folder;
  private DeskHouse house;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            database,
            Clock.systemUTC(),
            h -> List.of(new SenderRoutes(new Senders(h.ledger()))));
    house.add("hanako", Role.OPERATOR);
    visitor = house.loggedIn("hanako");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void sent(String source, Resolution resolution, double ink, Double... streaks) {
    long page = SentPage.of(source, Instant.EPOCH, "東京都", "1312345", "鈴木").into(house.ledger());
    Placement placement = new Placement(0.96, 0.96, 0.2);
    PageTrace trace =
        new PageTrace(resolution, ink, Optional.of(placement), List.of(streaks), 30, 3);
    house.ledger().change(handle -> trace.store(handle, page, 1, SenderName.of(source)));
  }

  @Test
  void byWhatTheSenderIsKnownIsToldForEachPage() {
    sent("0311111111/a.tif", FINE, 0.05);
    sent("fax_0311111111_1.tif", FINE, 0.05);
    long page = SentPage.of("b.tif", Instant.EPOCH, "東京都", "1312345", "鈴木").into(house.ledger());
    PageTrace trace = new PageTrace(FINE, 0.05, Optional.empty(), List.of(), 30, 3);
    house.ledger().change(handle -> trace.store(handle, page, 1, "0311111111"));
    assertThat(about("0311111111"))
        .containsSubsequence(
            "b.tif",
            "紙面上端の発信元印字",
            "fax_0311111111_1.tif",
            "<td>ファイル名</td>",
            "0311111111/a.tif",
            "サブフォルダー");
  }

  private String about(String sender) {
    return visitor.get("/sender?of=" + sender).body();
  }

  @Test
  void streaksThatTheNewestAndMostPagesHaveAreTold() {
    sent("0311111111/a.tif", FINE, 0.05, 22.6);
    sent("0311111111/b.tif", FINE, 0.05, 23.4, 80.0);
    sent("0322222222/a.tif", FINE, 0.05, 23.0);
    assertThat(about("0311111111"))
        .contains("左端から 23 mm の所に黒い筋", "ガラスの汚れ", "縮小されて届く（原寸の 96.0 %）")
        .doesNotContain("80 mm");
    assertThat(about("0322222222")).doesNotContain("mm の所");

    sent("0311111111/c.tif", FINE, 0.05);
    assertThat(about("0311111111")).doesNotContain("mm の所");
  }

  @Test
  void whoPrintsLighterThanMostIsTold() {
    for (int i = 1; i <= 4; i++) {
      sent("03" + i + "0000000/a.tif", FINE, 0.06);
    }
    sent("大阪 <b>/a.tif", STANDARD, 0.03);
    assertThat(about("%E5%A4%A7%E9%98%AA+%3Cb%3E"))
        .contains("ほかの送信元より薄い（黒い部分 3.0 %）", "標準（粗い）モード", "1 インチあたり 98 本");
    assertThat(about("0310000000")).doesNotContain("薄い（");
    assertThat(visitor.get("/senders").body())
        .contains("大阪 &lt;b&gt;", "/sender?of=%E5%A4%A7%E9%98%AA+%3Cb%3E", "0310000000", "10.0 %");
    assertThat(visitor.get("/sender?of=nobody").statusCode()).isEqualTo(404);
  }
}
