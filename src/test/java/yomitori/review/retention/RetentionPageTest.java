package yomitori.review.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.people.Role;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.retention.Retention;
import yomitori.record.SampleForm;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class RetentionPageTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-11-15T03:00:00Z"), DeskHouse.ZONE);

  @TempDir Path folder;
  private DeskHouse house;
  private Visitor manager;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            CLOCK,
            h ->
                List.of(
                    new RetentionRoutes(
                        new Retention(
                            h.ledger(),
                            h.data(),
                            Optional.of(Duration.ofDays(30)),
                            CLOCK,
                            page -> {}))));
    house.add("taro", Role.MANAGER);
    manager = house.loggedIn("taro");
    // Nobody wants its record: it is no form.
    FilledLedger.addPage(house.ledger(), SampleForm.form(), "<b>old.tif", List.of());
    house.ledger().change(h -> h.execute("UPDATE page SET status = 'not_a_form'"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void listsWhatWouldGoAndRemovesItOnlyWhenThatIsConfirmed() {
    String page = manager.get("/retention").body();
    assertThat(page).contains("30日より古いもの", "&lt;b&gt;old.tif", "1件を削除");
    String until = field(page, "until");
    assertThat(manager.post("/retention", Map.of("until", until, "seen", "1")).statusCode())
        .isEqualTo(422);
    assertThat(
            manager
                .post("/retention", Map.of("until", until, "seen", "0", "confirmed", "yes"))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            manager
                .post("/retention", Map.of("until", until, "seen", "1", "confirmed", "yes"))
                .headers()
                .firstValue("Location"))
        .hasValue("/retention?removed=1");
    assertThat(manager.get("/retention?removed=1").body()).contains("削除しました：1件");
  }

  @Test
  void isForManagersOnly() {
    house.add("hanako", Role.OPERATOR);
    Visitor operator = house.loggedIn("hanako");
    assertThat(operator.get("/retention").statusCode()).isEqualTo(403);
  }

  private static String field(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }
}
