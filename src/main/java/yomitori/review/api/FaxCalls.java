package yomitori.review.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.failure.Failure;
import yomitori.desk.inbox.Drop;
import yomitori.desk.inbox.Drop.Dropped;
import yomitori.desk.inbox.Drop.EmptyFaxException;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Token;
import yomitori.review.web.Request;
import yomitori.review.web.Upload;

/** Dropping a fax, and what became of it. */
final class FaxCalls {

  private static final Logger LOG = LoggerFactory.getLogger(FaxCalls.class);

  private static final String FAXES = "/faxes";
  private static final int ACCEPTED = 202;

  private static final Map<String, String> NAMES =
      Map.of(
          "image/tiff", "fax.tif",
          "application/pdf", "fax.pdf",
          "image/png", "fax.png",
          "image/jpeg", "fax.jpg");

  private final Ledger ledger;
  private final Drop drop;
  private final Audit audit;
  private final long mostBytes;

  FaxCalls(Ledger ledger, Drop drop, Audit audit, long mostBytes) {
    this.ledger = ledger;
    this.drop = drop;
    this.audit = audit;
    this.mostBytes = mostBytes;
  }

  void add(Api api) {
    api.post(FAXES, Right.DROP, this::drop);
    api.get(FAXES + "/{sha256}", Right.READ, (request, token) -> show(request));
  }

  private void drop(Request request, Token token) throws IOException {
    String type = request.header("Content-Type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "");
    if (type.equals("multipart/form-data")) {
      List<Upload> files = request.uploads("fax");
      if (files.size() != 1) {
        throw new ApiProblem(ApiProblem.MALFORMED, "oneFax");
      }
      drop(request, token, request.form("sender"), files.get(0).name(), files.get(0).content());
    } else {
      String given = request.query("name");
      String name = given.isEmpty() ? NAMES.getOrDefault(type.strip(), "") : given;
      drop(request, token, request.query("sender"), name, request.body(mostBytes));
    }
  }

  private void drop(Request request, Token token, String sender, String name, InputStream content)
      throws IOException {
    if (!Drop.isFax(name)) {
      throw new ApiProblem(ApiProblem.UNSUPPORTED_TYPE, "kind");
    }
    Dropped dropped;
    try (content) {
      dropped =
          drop.put(sender.strip(), name, content, sha256 -> find(request, sha256).isPresent());
    } catch (EmptyFaxException e) {
      throw new ApiProblem(ApiProblem.MALFORMED, "empty");
    } catch (IOException e) {
      LOG.error("a fax of a program cannot be written into the inbox", e);
      throw new ApiProblem(ApiProblem.INSUFFICIENT_STORAGE, "disk");
    }
    dropped
        .source()
        .ifPresent(source -> audit.add(token.actor(), Deed.of(Action.UPLOADED, "fax", source)));
    request.status(dropped.source().isPresent() ? ACCEPTED : 200);
    request.setHeader("Location", Api.ROOT + FAXES + "/" + dropped.sha256());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sha256", dropped.sha256());
    answer.put("known", dropped.source().isEmpty());
    request.json(answer);
  }

  private void show(Request request) {
    request.json(
        find(request, request.path("sha256"))
            .orElseThrow(() -> new ApiProblem(ApiProblem.NOT_FOUND, "noFax")));
  }

  private Optional<Map<String, Object>> find(Request request, String sha256) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT * FROM fax WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .map(
                    (row, context) -> {
                      String reason = row.getString("reason");
                      Map<String, Object> fax = new LinkedHashMap<>();
                      fax.put("sha256", sha256);
                      fax.put("source", row.getString("source"));
                      fax.put("sender", row.getString("sender"));
                      fax.put("received_at", RecordCalls.time(row.getLong("received_at")));
                      fax.put("state", row.getString("state"));
                      fax.put("reason", said(reason, request));
                      fax.put("pages", pages(handle, row.getLong("id")));
                      return fax;
                    })
                .findOne());
  }

  private static String said(String reason, Request request) {
    return reason.isEmpty() ? "" : Failure.parse(reason).said(request.locale());
  }

  private static List<Map<String, Object>> pages(Handle handle, long fax) {
    return handle
        .createQuery(
            "SELECT number, record_id, status FROM page WHERE fax_id = :fax ORDER BY number")
        .bind("fax", fax)
        .map(
            (row, context) -> {
              Map<String, Object> page = new LinkedHashMap<>();
              page.put("page", row.getInt("number"));
              page.put("record_id", row.getString("record_id"));
              page.put("status", row.getString("status"));
              return page;
            })
        .list();
  }
}
