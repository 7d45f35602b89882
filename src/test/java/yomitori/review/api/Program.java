package yomitori.review.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program that uses the desk; every JSON answer is held against the document. */
final class Program {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final OpenApi document;
  private final String address;
  private final String key;

  Program(OpenApi document, String address, String key) {
    this.document = document;
    this.address = address;
    this.key = key;
  }

  /** The status and what came with it. */
  record Answer(int status, JsonNode json, HttpResponse<byte[]> response) {}

  Answer get(String path) {
    return send("GET", path, "", new byte[0]);
  }

  Answer send(String method, String path, String type, byte[] body) {
    BodyPublisher publisher =
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).method(method, publisher);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      String answered = response.headers().firstValue("Content-Type").orElse("");
      JsonNode json =
          answered.contains("json") && !path.contains("manifest") && !answered.contains("ndjson")
              ? JSON.readTree(response.body())
              : JSON.createObjectNode();
      document.check(method, path, response.statusCode(), answered, json);
      return new Answer(response.statusCode(), json, response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
