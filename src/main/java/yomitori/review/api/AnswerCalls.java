package yomitori.review.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.queue.DoubtList;
import yomitori.desk.queue.DoubtList.Doubt;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.Outcome;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Token;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Undoing;
import yomitori.review.web.Request;

/** What is in doubt, answering it, and taking an answer back. */
final class AnswerCalls {

  private static final String FIELD = "/records/{record}/fields/{field}";

  /** An answer is a value and a number. */
  private static final long ANSWER_BYTES = 1 << 14;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DoubtQueue queue;
  private final DoubtList doubts;
  private final RecordsJson records;

  AnswerCalls(Ledger ledger, DoubtQueue queue, RecordsJson records) {
    this.queue = queue;
    this.doubts = new DoubtList(ledger);
    this.records = records;
  }

  void add(Api api) {
    api.get("/doubts", Right.READ, (request, token) -> list(request));
    api.get(FIELD, Right.READ, (request, token) -> request.json(field(request)));
    api.put(FIELD + "/answer", Right.ANSWER, this::answer);
    api.delete(FIELD + "/answer", Right.ANSWER, this::withdraw);
  }

  private void list(Request request) {
    int limit = Paging.limit(request);
    List<Doubt> found = doubts.after(cursor(request.query("after")), limit);
    List<Long> pages = found.stream().map(doubt -> doubt.key().pageId()).distinct().toList();
    Map<Long, ObjectNode> byPage = records.of(pages);
    List<ObjectNode> items = new ArrayList<>();
    for (Doubt doubt : found) {
      ObjectNode record = byPage.get(doubt.key().pageId());
      JsonNode field =
          record == null // removed a moment ago
              ? MissingNode.getInstance()
              : record.path("fields").path(doubt.key().field());
      if (field.path("decision").asText().equals("review")) { // else answered a moment ago
        ObjectNode item = JSON.createObjectNode();
        item.put("record_id", doubt.recordId());
        item.put("field", doubt.key().field());
        item.setAll((ObjectNode) field);
        items.add(item);
      }
    }
    String next = found.isEmpty() ? request.query("after") : cursor(found.get(found.size() - 1));
    request.json(RecordsJson.list("doubts", items, next, found.size() == limit));
  }

  private static String cursor(Doubt doubt) {
    String text = doubt.worth() + " " + doubt.key().pageId() + " " + doubt.position();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<Doubt> cursor(String cursor) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
      if (parts.length == 3) {
        FieldKey key = new FieldKey(Long.parseLong(parts[1]), "");
        return Optional.of(
            new Doubt(key, Double.parseDouble(parts[0]), Integer.parseInt(parts[2]), ""));
      }
    } catch (IllegalArgumentException e) {
      // As any other text that was no cursor of ours.
    }
    throw new ApiProblem(ApiProblem.MALFORMED, "cursor");
  }

  private ObjectNode field(Request request) {
    return field(records.pageOrProblem(request.path("record")), request);
  }

  private ObjectNode field(long page, Request request) {
    return records.field(page, request.path("field"));
  }

  private void answer(Request request, Token token) throws IOException {
    long page = records.pageOrProblem(request.path("record"));
    FieldKey key = new FieldKey(page, request.path("field"));
    JsonNode body = body(request);
    JsonNode value = body.path("value");
    JsonNode version = body.path("version");
    if (!value.isTextual() || !version.canConvertToLong() || !version.isIntegralNumber()) {
      throw new ApiProblem(ApiProblem.MALFORMED, "answer");
    }
    Outcome outcome = queue.answer(token.actor(), key, version.asLong(), value.asText());
    if (outcome instanceof Outcome.Taken) {
      queue.leave(token.actor()); // a program holds no page between two answers
      request.json(field(page, request));
    } else {
      throw problem(outcome, key);
    }
  }

  private static ApiProblem problem(Outcome outcome, FieldKey key) {
    if (outcome instanceof Outcome.Refused refused) {
      String code = "refused." + refused.why().name().toLowerCase(Locale.ROOT);
      return new ApiProblem(ApiProblem.UNPROCESSABLE, code);
    }
    if (outcome instanceof Outcome.Lost lost) {
      return new ApiProblem(ApiProblem.CONFLICT, "held", lost.holder());
    }
    if (outcome instanceof Outcome.Settled) {
      return new ApiProblem(ApiProblem.CONFLICT, "settled");
    }
    return new ApiProblem(ApiProblem.NOT_FOUND, "noField", key.field());
  }

  private void withdraw(Request request, Token token) {
    long page = records.pageOrProblem(request.path("record"));
    Undoing.Outcome outcome = queue.undo(token.actor(), new FieldKey(page, request.path("field")));
    if (outcome instanceof Undoing.Outcome.ChangedSince changed) {
      throw new ApiProblem(ApiProblem.CONFLICT, "answeredByOther", changed.who().name());
    }
    if (outcome instanceof Undoing.Outcome.Nothing) {
      throw new ApiProblem(ApiProblem.NOT_FOUND, "noAnswer");
    }
    request.json(field(page, request));
  }

  private static JsonNode body(Request request) throws IOException {
    try (InputStream in = request.body(ANSWER_BYTES)) {
      return JSON.readTree(in);
    } catch (JsonProcessingException e) {
      throw new ApiProblem(ApiProblem.MALFORMED, "answer");
    }
  }
}
