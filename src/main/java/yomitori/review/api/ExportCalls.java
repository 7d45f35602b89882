package yomitori.review.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.export.Export;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.export.Exports;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Token;
import yomitori.review.web.Request;

/** Exports: those there are, making one, and their files. */
final class ExportCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ExportCalls.class);

  private static final String EXPORTS = "/exports";
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final long BODY_BYTES = 1 << 10;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Exports exports;
  private final Audit audit;

  ExportCalls(Exports exports, Audit audit) {
    this.exports = exports;
    this.audit = audit;
  }

  void add(Api api) {
    api.get(EXPORTS, Right.READ, (request, token) -> list(request));
    api.post(EXPORTS, Right.READ, this::make);
    api.get(EXPORTS + "/{id}/{file}", Right.READ, this::take);
  }

  private void list(Request request) {
    int limit = Paging.limit(request);
    long before = Paging.number(request, "before", Long.MAX_VALUE);
    List<Export> found = exports.newest(Optional.of(before), limit);
    List<Map<String, Object>> items = new ArrayList<>();
    found.forEach(export -> items.add(json(export)));
    long next = found.isEmpty() ? 0 : found.get(found.size() - 1).id();
    request.json(RecordsJson.list("exports", items, next, found.size() == limit));
  }

  private void make(Request request, Token token) throws IOException {
    Kind kind = kind(request);
    Optional<Export> made;
    try {
      made = exports.make(token.actor(), kind);
    } catch (IOException e) {
      LOG.error("an export could not be written", e);
      throw new ApiProblem(ApiProblem.INSUFFICIENT_STORAGE, "disk");
    }
    request.status(made.isPresent() ? CREATED : NO_CONTENT);
    made.ifPresent(export -> request.json(json(export)));
  }

  private static Kind kind(Request request) throws IOException {
    try (InputStream in = request.body(BODY_BYTES)) {
      return Kind.of(JSON.readTree(in).path("kind").asText());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ApiProblem(ApiProblem.MALFORMED, "exportKind");
    }
  }

  private void take(Request request, Token token) throws IOException {
    Optional<Export> export = exports.find(request.pathNumber("id"));
    String name = request.path("file");
    Path file =
        export
            .flatMap(e -> exports.file(e, name))
            .orElseThrow(() -> new ApiProblem(ApiProblem.NOT_FOUND, "noExport"));
    String id = Long.toString(export.get().id());
    audit.add(token.actor(), Deed.change(Action.EXPORTED, Exports.EXPORT, id, "", name));
    String saved = export.get().folder().getFileName() + "-" + name;
    try (OutputStream out = request.download(Exports.mediaType(name), saved)) {
      Files.copy(file, out);
    }
  }

  private static Map<String, Object> json(Export export) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", export.id());
    json.put("made_at", export.madeAt().toString());
    json.put("kind", export.kind().word());
    json.put("operator", export.operator());
    json.put("folder", export.folder().getFileName().toString());
    json.put("records", export.records());
    json.put("withdrawn", export.withdrawn());
    json.put("files", Exports.FILES);
    return json;
  }
}
