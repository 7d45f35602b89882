package yomitori.review.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import yomitori.desk.changes.ChangeOrder;
import yomitori.desk.changes.ChangeOrder.Change;
import yomitori.desk.changes.ChangeOrder.What;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.tokens.Right;
import yomitori.review.web.Request;

/** Records in the order of their changes, one of them, its pictures, and what could not be read. */
final class RecordCalls {

  private final Ledger ledger;
  private final RecordsJson records;
  private final ChangeOrder changes;
  private final PagePictures pictures;

  RecordCalls(Ledger ledger, RecordsJson records, PagePictures pictures) {
    this.ledger = ledger;
    this.records = records;
    this.changes = new ChangeOrder(ledger);
    this.pictures = pictures;
  }

  void add(Api api) {
    api.get("/records", Right.READ, (request, token) -> list(request));
    api.get(
        "/records/{record}",
        Right.READ,
        (request, token) -> {
          long page = records.pageOrProblem(request.path("record"));
          request.json(records.of(List.of(page)).get(page));
        });
    api.get(
        "/records/{record}/page.png",
        Right.READ,
        (request, token) -> {
          long page = records.pageOrProblem(request.path("record"));
          picture(request, pictures.whole(page));
        });
    api.get(
        "/records/{record}/fields/{field}/crop.png",
        Right.READ,
        (request, token) -> {
          long page = records.pageOrProblem(request.path("record"));
          picture(request, pictures.piece(page, request.path("field")));
        });
    api.get("/failures", Right.READ, (request, token) -> failures(request));
  }

  private void list(Request request) {
    int limit = Paging.limit(request);
    long since = Paging.since(request);
    List<Change> found = changes.after(since, What.RECORDS, limit);
    Map<Long, ObjectNode> byPage = records.of(pages(found));
    List<ObjectNode> items = new ArrayList<>();
    for (Change change : found) {
      ObjectNode record = byPage.get(change.pageId());
      if (record != null) {
        items.add(record);
      }
    }
    request.json(RecordsJson.list("records", items, next(found, since), found.size() == limit));
  }

  private static List<Long> pages(List<Change> changes) {
    return changes.stream().map(Change::pageId).toList();
  }

  private static long next(List<Change> changes, long since) {
    return changes.isEmpty() ? since : changes.get(changes.size() - 1).place();
  }

  private static void picture(Request request, Optional<byte[]> png) {
    byte[] bytes = png.orElseThrow(() -> new ApiProblem(ApiProblem.NOT_FOUND, "noPicture"));
    request.bytes("image/png", bytes);
  }

  private void failures(Request request) {
    int limit = Paging.limit(request);
    long since = Paging.since(request);
    List<Change> found = changes.after(since, What.FAILURES, limit);
    List<Map<String, Object>> items =
        ledger.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT p.number, p.reason, f.sha256, f.source, f.received_at FROM page p"
                            + " JOIN fax f ON f.id = p.fax_id JOIN change_order o ON o.page_id ="
                            + " p.id WHERE p.id IN (<pages>) ORDER BY o.place")
                    .bindList(EmptyHandling.NULL_KEYWORD, "pages", pages(found))
                    .map(
                        (row, context) -> {
                          Map<String, Object> item = new LinkedHashMap<>();
                          Failure failure = Failure.parse(row.getString("reason"));
                          item.put("fax", row.getString("sha256"));
                          item.put("source", row.getString("source"));
                          item.put("page", row.getInt("number"));
                          item.put("received_at", time(row.getLong("received_at")));
                          item.put("code", failure.code());
                          item.put("reason", failure.said(request.locale()));
                          return item;
                        })
                    .list());
    request.json(RecordsJson.list("failures", items, next(found, since), found.size() == limit));
  }

  static String time(long ms) {
    return Instant.ofEpochMilli(ms).toString();
  }
}
