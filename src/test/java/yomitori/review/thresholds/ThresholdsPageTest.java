package yomitori.review.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.people.Role;
import yomitori.desk.thresholds.CostsInForce;
import yomitori.desk.thresholds.MeasuredPages;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.values.PageForms;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;
import yomitori.review.web.Visitor;

class ThresholdsPageTest {

  private static final PageForms FORMS = new PageForms(List.of(MeasuredPages.FORM));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private static List<Routes> routes(DeskHouse desk) {
    Thresholds thresholds =
        new Thresholds(
            desk.ledger(),
            FORMS,
            MeasuredPages.RESOLVER::resolve,
            new CostsInForce(),
            Clock.systemUTC());
    return List.of(new ThresholdsRoutes(FORMS, thresholds));
  }

  /** Looks until the page says something. */
  private static String await(Visitor visitor, String words) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String page = visitor.get("/thresholds").body();
    while (!page.contains(words)) {
      assertThat(System.nanoTime()).as(words).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
      page = visitor.get("/thresholds").body();
    }
    return page;
  }

  @Test
  void aManagerSeesWhatWouldChangeBeforeItIsChanged() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, Clock.systemUTC(), ThresholdsPageTest::routes)) {
      house.add("hanako", Role.OPERATOR);
      house.add("kacho", Role.MANAGER);
      long page = MeasuredPages.add(house.ledger(), "sure", 9);
      assertThat(house.loggedIn("hanako").get("/thresholds").statusCode()).isEqualTo(403);

      Visitor visitor = house.loggedIn("kacho");
      assertThat(visitor.get("/thresholds").body()).contains("確認 50 件と同じ重さ");
      assertThat(visitor.post("/thresholds", Map.of("act", "count", "ratio", "1")).body())
          .contains("1.5 から 10000 まで");

      visitor.post("/thresholds", Map.of("act", "count", "ratio", "10000"));
      String counted = await(visitor, "人が決めた値は変わりません");
      assertThat(counted).contains("あり → 要確認", "/pages/" + page + "/fields/q1.installed/close.png");

      Map<String, String> apply = Map.of("act", "apply", "ratio", "10000");
      assertThat(visitor.post("/thresholds", apply).body()).contains("基準を変更しました", "kacho");
      assertThat(visitor.get("/thresholds").body()).contains("確認 10000 件と同じ重さ");
    }
  }
}
