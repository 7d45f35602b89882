package yomitori.review.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.people.Role;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Tokens;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class TokenPageTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-11-15T03:00:00Z"), DeskHouse.ZONE);
  private static final Pattern SECRET = Pattern.compile("yomitori_[A-Za-z0-9_-]{43}");

  @TempDir Path folder;
  private DeskHouse house;
  private Tokens tokens;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            CLOCK,
            h -> {
              tokens = new Tokens(h.ledger(), CLOCK);
              return List.of(new TokenRoutes(tokens));
            });
    house.add("boss", Role.MANAGER);
    house.add("hanako", Role.OPERATOR);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aKeyIsShownOnceAndKeptAsItsDigestOnly() {
    Visitor boss = house.loggedIn("boss");
    boss.get("/tokens");
    String made = boss.post("/tokens", Map.of("name", "集計", "right", "drop")).body();
    Matcher secret = SECRET.matcher(made);
    assertThat(secret.find()).isTrue();
    assertThat(tokens.find(secret.group()).orElseThrow().rights()).containsExactly(Right.DROP);
    assertThat(boss.get("/tokens").body())
        .contains("集計", "ファクスの投入", "2022-11-15 12:00")
        .doesNotContain(secret.group());
    String kept =
        house
            .ledger()
            .read(h -> h.createQuery("SELECT digest FROM token").mapTo(String.class).one());
    assertThat(kept).hasSize(64).doesNotContain(secret.group());
  }

  @Test
  void aWithdrawnKeyIsGoodNoMore() {
    Visitor boss = house.loggedIn("boss");
    boss.get("/tokens");
    Matcher secret =
        SECRET.matcher(boss.post("/tokens", Map.of("name", "集計", "right", "read")).body());
    assertThat(secret.find()).isTrue();
    boss.post("/tokens/1/withdraw", Map.of());
    assertThat(tokens.find(secret.group())).isEmpty();
    assertThat(boss.get("/tokens").body()).contains("無効").doesNotContain("無効にする</button>");
    assertThat(boss.get("/audit").body()).contains("連携キー変更", "集計: read");
  }

  @Test
  void onlyManagersMakeKeysAndOnlyOnesWithANameAndARight() {
    Visitor hanako = house.loggedIn("hanako");
    hanako.get("/");
    assertThat(hanako.get("/tokens").statusCode()).isEqualTo(403);
    assertThat(hanako.post("/tokens", Map.of("name", "x", "right", "read")).statusCode())
        .isEqualTo(403);
    Visitor boss = house.loggedIn("boss");
    boss.get("/tokens");
    assertThat(boss.post("/tokens", Map.of("name", "x")).statusCode()).isEqualTo(422);
    assertThat(boss.post("/tokens", Map.of("name", " ", "right", "read")).statusCode())
        .isEqualTo(422);
    assertThat(tokens.all()).isEmpty();
  }
}
