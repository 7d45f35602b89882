package yomitori.review.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.SentPage;
import yomitori.desk.people.Role;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.search.Search;
import yomitori.desk.values.PageForms;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class SearchPageTest {

  private static final PageForms FORMS = new PageForms(List.of(SentPage.FORM));

  /** Already the 16th in Tokyo. */
  private static final Instant LATE = Instant.parse("2022-11-15T16:00:00Z");

  @TempDir private Path folder;
  private DeskHouse house;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            Clock.systemUTC(),
            h ->
                List.of(
                    new SearchRoutes(
                        new Search(h.ledger(), new Respondents(h.ledger(), FORMS)), FORMS)));
    house.add("hanako", Role.OPERATOR);
    SentPage.of("a.tif", LATE, "東京都", "1312345", "<b>鈴木</b>").into(house.ledger());
    for (int i = 0; i < 60; i++) {
      SentPage.of("b/" + i + ".tif", LATE.minusSeconds(86_400), "大阪府", "2700012", "佐藤内科")
          .into(house.ledger());
    }
    visitor = house.loggedIn("hanako");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void daysAreThoseOfTheDesksZoneAndNamesAreNoMarkup() {
    String body = visitor.get("/search?from=2022-11-16&until=2022-11-16").body();
    assertThat(body).contains("1件見つかりました", "&lt;b&gt;鈴木&lt;/b&gt;").doesNotContain("佐藤");
  }

  @Test
  void manyAreLeafedThrough() {
    assertThat(visitor.get("/search?prefecture=27").body())
        .contains("60件見つかりました", "/search?prefecture=27&amp;page=2", "1 / 2");
    assertThat(visitor.get("/search?prefecture=27&page=2").body())
        .contains("2 / 2", "rel=\"prev\"");
    assertThat(visitor.get("/search?prefecture=27&page=" + Long.MAX_VALUE).body())
        .contains("2 / 2", "佐藤内科");
    assertThat(visitor.get("/search?prefecture=99&page=x&status=y&from=z").statusCode())
        .isEqualTo(200);
  }

  @Test
  void daysWithoutABeginningAreNoWish() {
    String last = "%2B999999999-12-31";
    assertThat(visitor.get("/search?from=" + last + "&until=" + last).body()).contains("61件");
    assertThat(visitor.get("/search?from=-999999999-01-01").body()).contains("61件");
  }

  @Test
  void aCharacterThatNoDatabaseTakesIsNotSearchedFor() {
    assertThat(visitor.get("/search?name=%00%E9%88%B4%00").body()).contains("1件見つかりました");
  }

  @Test
  void leadsToTheNeighbourWithinWhatWasFound() {
    HttpResponse<String> step = visitor.get("/search/older?of=1&q=a");
    assertThat(step.headers().firstValue("Location")).hasValue("/search?q=a");
    HttpResponse<String> older = visitor.get("/search/older?of=1");
    assertThat(older.headers().firstValue("Location")).hasValue("/pages/61?within=");
  }

  @Test
  void isAskedFromEveryPage() {
    assertThat(visitor.get("/").body()).contains("action=\"/search\"", "name=\"q\"");
    assertThat(new Visitor(house.address()).get("/search").statusCode()).isEqualTo(303);
  }
}
