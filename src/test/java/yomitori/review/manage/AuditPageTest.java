package yomitori.review.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Deed;
import yomitori.desk.people.Role;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class AuditPageTest {

  /** Already the 15th in Tokyo. */
  private static final Instant NOW = Instant.parse("2022-11-14T16:00:00Z");

  @TempDir Path folder;
  private DeskHouse house;
  private Visitor boss;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.fixed(NOW, DeskHouse.ZONE), h -> List.of());
    house.add("boss", Role.MANAGER);
    house
        .audit()
        .add(
            new Actor(9, "hanako"),
            new Deed(Action.CORRECTED, "page", "12", "q5_text", "=1+1", "<b>"));
    boss = house.loggedIn("boss");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void isFilteredByDayOfTheDesksZone() {
    String day = boss.get("/audit?from=2022-11-15&until=2022-11-15").body();
    assertThat(day).contains("2022-11-15 01:00:00", "hanako", "訂正", "&lt;b&gt;");
    assertThat(boss.get("/audit?until=2022-11-14").body()).contains("該当する履歴はありません");
    assertThat(boss.get("/audit?actor=nobody").body()).contains("該当する履歴はありません");
    assertThat(boss.get("/audit?from=soon&action=x&before=y").statusCode()).isEqualTo(200);
  }

  @Test
  void isTakenAlongExactlyAndWithoutFormulas() {
    assertThat(boss.get("/audit/audit.jsonl?actor=hanako").body())
        .startsWith("{\"id\":")
        .contains("\"field\":\"q5_text\",\"old_value\":\"=1+1\",\"new_value\":\"<b>\"}\n");
    assertThat(boss.get("/audit/audit.csv?actor=hanako").body())
        .startsWith("\uFEFFid,at,operator,")
        .contains("2022-11-14T16:00:00Z,hanako,corrected,page,12,q5_text,'=1+1,");
    assertThat(boss.get("/audit?action=exported").body()).contains("actor=hanako", "jsonl");
  }
}
