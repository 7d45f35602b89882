package yomitori.review.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import yomitori.desk.audit.Audit;
import yomitori.desk.export.Exports;
import yomitori.desk.inbox.Drop;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.tokens.Tokens;
import yomitori.review.web.Access;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** The calls of programs, and the document that describes them. */
public final class ApiRoutes implements Routes {

  static final String DOCUMENT = "/api/openapi.json";

  private final Parts parts;
  private final byte[] document = document();

  /**
   * What the calls are answered from.
   *
   * @param uploadBytes the most that one fax may hold
   */
  public record Parts(
      Ledger ledger,
      Tokens tokens,
      Drop drop,
      DoubtQueue queue,
      PagePictures pictures,
      Exports exports,
      Audit audit,
      long uploadBytes,
      Clock clock) {}

  /** The calls of a desk. */
  public ApiRoutes(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void add(Router router) {
    router.get(DOCUMENT, Access.PROGRAM, request -> request.bytes("application/json", document));
    Api api = new Api(router, parts.tokens(), parts.clock());
    RecordsJson records = new RecordsJson(parts.ledger());
    new FaxCalls(parts.ledger(), parts.drop(), parts.audit(), parts.uploadBytes()).add(api);
    new RecordCalls(parts.ledger(), records, parts.pictures()).add(api);
    new AnswerCalls(parts.ledger(), parts.queue(), records).add(api);
    new ExportCalls(parts.exports(), parts.audit()).add(api);
  }

  private static byte[] document() {
    try (InputStream in = ApiRoutes.class.getResourceAsStream("openapi.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
