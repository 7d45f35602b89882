package yomitori.review.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: keeps cookies, fills in forms, follows nothing by itself. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]*)\"");

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token = "";

  /** Somebody at a desk's address. */
  public Visitor(String address) {
    this.address = address;
  }

  /** Looks at a page. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a form with the token of the last page that had one. */
  public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(FormToken.HEADER, token)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /**
   * A file that is sent with a form.
   *
   * @param content as text
   */
  public record File(String name, String content) {}

  /** Sends files of one part with the token of the last page that had one. */
  public HttpResponse<String> upload(String path, String part, List<File> files) {
    String body =
        files.stream()
                .map(
                    f ->
                        "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(part, f.name(), f.content()))
                .collect(Collectors.joining())
            + "--x--\r\n";
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header(FormToken.HEADER, token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Logs in; the answer is where the desk leads to. */
  public HttpResponse<String> logIn(String name, String password) {
    get("/login");
    return post("/login", Map.of("name", name, "password", password));
  }

  /** Forgets the token, as a form of another site has none. */
  public void forgetToken() {
    token = "";
  }

  /** The token of the last page that had one. */
  public String token() {
    return token;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      Matcher matcher = TOKEN.matcher(response.body());
      if (matcher.find()) {
        token = matcher.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
