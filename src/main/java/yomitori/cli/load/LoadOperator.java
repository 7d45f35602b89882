package yomitori.cli.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An operator at a browser, as the desk sees one: logs in, opens the queue, loads the pictures,
 * answers, looks at the first page now and then.
 */
public final class LoadOperator implements Callable<Integer> {

  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(page|field|version)\" value=\"([^\"]*)\"");
  private static final Pattern PICTURE = Pattern.compile("(?:href|src)=\"(/pages/[^\"]*\\.png)\"");

  /** One answer in so many is followed by a look at the first page. */
  private static final int HOME_EVERY = 20;

  private final HttpClient client;
  private final String address;
  private final String name;
  private final String password;
  private final Duration pause;
  private final BooleanSupplier stopped;
  private final Latencies latencies;
  private final Random random;
  private final Map<String, String> cookies = new HashMap<>();
  private String token = "";

  /**
   * @param client shared by all operators; keeps no cookies
   * @param pause between two answers, on the average
   * @param stopped whether to end
   */
  public LoadOperator(
      HttpClient client,
      String address,
      String name,
      String password,
      Duration pause,
      BooleanSupplier stopped,
      Latencies latencies) {
    this.client = client;
    this.address = address;
    this.name = name;
    this.password = password;
    this.pause = pause;
    this.stopped = stopped;
    this.latencies = latencies;
    this.random = new Random(name.hashCode());
  }

  /**
   * Works until it is told to stop.
   *
   * @return answers given
   * @throws IOException if the desk answers otherwise than it should
   */
  @Override
  public Integer call() throws IOException, InterruptedException {
    get("login page", "/login");
    post("log in", "/login", Map.of("name", name, "password", password));
    String page = get("queue", "/queue");
    int answers = 0;
    while (!stopped.getAsBoolean()) {
      pictures(page);
      Thread.sleep(Math.round(pause.toMillis() * (0.5 + random.nextDouble())));
      Map<String, String> item = hidden(page);
      if (item.isEmpty()) {
        page = get("queue", "/queue");
      } else {
        item.put("value", random.nextBoolean() ? "1" : "0");
        page = post("answer", "/queue", item);
        answers++;
      }
      if (answers % HOME_EVERY == HOME_EVERY - 1) {
        get("first page", "/");
      }
    }
    return answers;
  }

  private static Map<String, String> hidden(String page) {
    Map<String, String> hidden = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(page);
    while (matcher.find()) {
      hidden.put(matcher.group(1), matcher.group(2));
    }
    return hidden;
  }

  private void pictures(String page) throws IOException, InterruptedException {
    Matcher matcher = PICTURE.matcher(page);
    while (matcher.find()) {
      boolean piece = matcher.group(1).contains("/fields/");
      get(piece ? "piece" : "whole page's picture", matcher.group(1));
    }
  }

  private String get(String kind, String path) throws IOException, InterruptedException {
    return send(kind, request(path));
  }

  private String post(String kind, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        kind,
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Form-Token", token)
            .header("HX-Request", path.equals("/queue") ? "true" : "false")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private String send(String kind, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> response =
        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    latencies.add(kind, System.nanoTime() - begun);
    if (response.statusCode() >= 400) {
      throw new IOException(kind + ": " + response.statusCode());
    }
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, (cookie + ";").indexOf(';'));
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    Matcher matcher = TOKEN.matcher(response.body());
    if (matcher.find()) {
      token = matcher.group(1);
    }
    return response.body();
  }
}
