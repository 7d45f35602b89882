package yomitori.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.people.Role;

class WebServerTest {

  private static final String FORM_OF_ANOTHER_SITE = "http://evil.example";

  @TempDir Path folder;
  private DeskHouse house;

  /** Pages that a test needs. */
  private static final class Pages implements Routes {

    @Override
    public void add(Router router) {
      router.get("/hello", Access.OPERATOR, r -> r.json(Map.of("hello", r.operator().name())));
      router.get("/managers", Access.MANAGER, r -> r.json(Map.of()));
      router.post("/change", Access.OPERATOR, r -> r.json(Map.of("value", r.form("value"))));
      router.post("/api/drop", Access.PROGRAM, r -> r.json(r.body(10).readAllBytes().length));
      router.get(
          "/broken",
          Access.ANYONE,
          r -> {
            throw new IllegalStateException("the inside of the program");
          });
    }

    @Override
    public String texts() {
      return Texts.SHARED;
    }
  }

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.systemUTC(), h -> List.of(new Pages()));
    house.add("hanako", Role.OPERATOR);
    house.add("boss", Role.MANAGER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyAnswerTellsBrowsersWhatIsAllowed() {
    HttpResponse<String> page = new Visitor(house.address()).get("/login");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().map())
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("same-origin"))
        .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
        .containsEntry("cache-control", List.of("no-store"));
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<style", "onclick", " style=");
  }

  @Test
  void thoseWhoAreNotLoggedInAreLedToTheLogInAndBack() {
    Visitor visitor = new Visitor(house.address());
    HttpResponse<String> away = visitor.get("/managers");
    assertThat(away.statusCode()).isEqualTo(303);
    assertThat(away.headers().firstValue("location")).hasValue("/login?next=%2Fmanagers");
    assertThat(visitor.get("/login?next=%2Fmanagers").body()).contains("value=\"/managers\"");
    assertThat(visitor.get("/login?next=%2F%2Fevil.example").body())
        .contains("name=\"next\" value=\"/\"");
  }

  @Test
  void theSessionCookieIsKeptFromScriptsAndOtherSites() {
    Visitor visitor = new Visitor(house.address());
    HttpResponse<String> in = visitor.logIn("hanako", DeskHouse.PASSWORD);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().allValues("set-cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("yomitori=")
                    .contains("HttpOnly", "SameSite=Strict", "Path=/"));
    assertThat(visitor.get("/hello").body()).contains("hanako");
  }

  @Test
  void operatorsDoNotComeToManagersPages() {
    assertThat(house.loggedIn("hanako").get("/managers").statusCode()).isEqualTo(403);
    assertThat(house.loggedIn("boss").get("/managers").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    Visitor visitor = house.loggedIn("hanako");
    visitor.get("/password");
    assertThat(visitor.post("/change", Map.of("value", "a")).statusCode()).isEqualTo(200);
    visitor.forgetToken();
    HttpResponse<String> refused = visitor.post("/change", Map.of("value", "a"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("何も変更されていません");
  }

  @Test
  void aFormOfAnotherSiteIsRefusedEvenWithTheToken() {
    Visitor visitor = house.loggedIn("hanako");
    visitor.get("/password");
    Map<String, String> form = Map.of("value", "a");
    assertThat(visitor.post("/change", form, "Origin", FORM_OF_ANOTHER_SITE).statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/change", form, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(visitor.post("/change", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/change", form, "Origin", house.address()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aNameThatIsNotTheDesksIsRefused() throws IOException {
    assertThat(raw("GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421");
    assertThat(raw("GET /login HTTP/1.1\r\nHost: LOCALHOST:99\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void whatIsNoRequestIsAnsweredWithoutTheProgramsInside() throws IOException {
    String answer =
        raw("GET /%2e%2e/%2f;a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("org.eclipse", "\tat ", "Jetty(");
  }

  @Test
  void anAddressThatIsTooLongIsToldInTheDesksWords() throws IOException {
    String address = "/login?x=" + "x".repeat(1 << 16);
    String answer =
        raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 414")
        .contains("送られた内容を処理できません", "does not understand")
        .doesNotContain("Bad Message");
  }

  @Test
  void aFaultIsToldByItsNumberOnly() {
    HttpResponse<String> page = new Visitor(house.address()).get("/broken");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .containsPattern("<strong>\\d{9}</strong>")
        .doesNotContain("inside of the program", "IllegalState");
    assertThat(new Visitor(house.address()).get("/broken", "Accept-Language", "en").body())
        .contains("What was saved before is safe");
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    Visitor visitor = house.loggedIn("hanako");
    visitor.get("/password");
    HttpResponse<String> refused = visitor.post("/change", Map.of("value", "a".repeat(2 << 20)));
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void ofWhoIsNotLoggedInNoFormWithFilesIsRead() {
    Visitor stranger = new Visitor(house.address());
    stranger.get("/login");
    HttpResponse<String> refused =
        stranger.upload("/login", "name", List.of(new Visitor.File("a.tif", "a".repeat(2 << 20))));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void aProgramIsReadOnlyAsFarAsAllowed() {
    Visitor visitor = new Visitor(house.address());
    assertThat(visitor.post("/api/drop", Map.of("v", "12345678")).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = visitor.post("/api/drop", Map.of("v", "123456789"));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).startsWith("{");
  }

  @Test
  void htmxIsLedToTheLogInAsAWholePage() {
    HttpResponse<String> answer = new Visitor(house.address()).get("/hello", "HX-Request", "true");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("hx-redirect")).hasValue("/login");
  }

  @Test
  void styleSheetsAreKeptForGoodUnderTheirDigest() {
    Visitor visitor = new Visitor(house.address());
    Matcher link =
        Pattern.compile("(/static/[0-9a-f]+/[a-z/.]+)\"").matcher(visitor.get("/login").body());
    int found = 0;
    while (link.find()) {
      HttpResponse<String> asset = visitor.get(link.group(1));
      assertThat(asset.statusCode()).as(link.group(1)).isEqualTo(200);
      assertThat(asset.headers().firstValue("cache-control"))
          .get()
          .asString()
          .contains("immutable");
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(4);
    assertThat(visitor.get("/static/0/web/messages.properties").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/static/0/../../x.css").statusCode()).isIn(400, 404);
  }

  @Test
  void loggingOutEndsTheSessionItself() {
    Visitor visitor = house.loggedIn("hanako");
    visitor.get("/password");
    HttpResponse<String> out = visitor.post("/logout", Map.of());
    assertThat(out.headers().firstValue("clear-site-data")).isPresent();
    assertThat(visitor.get("/hello").statusCode()).isEqualTo(303);
    int sessions =
        house
            .ledger()
            .read(h -> h.createQuery("SELECT COUNT(*) FROM session").mapTo(int.class).one());
    assertThat(sessions).isZero();
  }

  @Test
  void theLanguageIsKept() {
    Visitor visitor = house.loggedIn("hanako");
    assertThat(visitor.get("/password").body()).contains("lang=\"ja\"", "パスワードの変更");
    visitor.post("/language", Map.of("language", "en", "back", "/password"));
    assertThat(visitor.get("/password").body()).contains("lang=\"en\"", "Change password");
  }

  private String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(house.address()).getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
