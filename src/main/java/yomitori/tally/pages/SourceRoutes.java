package yomitori.tally.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import yomitori.desk.audit.Actor;
import yomitori.desk.people.Role;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Upload;
import yomitori.tally.desk.KeptSource;
import yomitori.tally.desk.SourceRefused;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.TallyPlan;

/** The answers beside the faxes: given, checked at once, changed, taken away. */
public final class SourceRoutes implements Routes {

  private static final String PATH = "/tally/sources";
  private static final String TEMPLATE = "tally/sources.jte";

  /** A mapping has a few hundred lines. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int WRONG = 422;

  private static final String EXAMPLE = example();

  private final DeskTally desk;

  /** The page of a desk's sources. */
  public SourceRoutes(DeskTally desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.MANAGER, this::keep);
    router.post(PATH + "/remove", Access.MANAGER, this::remove);
  }

  private static String example() {
    try (InputStream in = SourceRoutes.class.getResourceAsStream("example.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(Request request) throws IOException {
    String changed = request.query("change");
    String mapping = changed.isEmpty() ? "" : desk.sources().text(changed).orElse("");
    String kept = request.query("kept");
    String said = kept.isEmpty() ? "" : request.texts().text("source.kept", kept);
    if (request.query("removed").equals("yes")) {
      said = request.texts().text("source.removed");
    }
    render(request, mapping.isEmpty() ? "" : changed, mapping, said, false);
  }

  private void keep(Request request) throws IOException {
    String changed = request.form("changed");
    String typed = request.form("mapping");
    String said;
    try {
      String mapping = mapping(request, typed);
      TallyPlan plan = desk.folder().plan(desk.survey());
      Optional<Upload> table = upload(request, "table");
      KeptSource kept;
      if (table.isPresent()) {
        try (InputStream in = table.get().content()) {
          kept = desk.sources().keep(actor(request), mapping, Optional.of(in), changed, plan);
        }
      } else {
        kept = desk.sources().keep(actor(request), mapping, Optional.empty(), changed, plan);
      }
      request.redirect(PATH + "?kept=" + Addresses.encoded(kept.id()));
      return;
    } catch (TallyException e) {
      said = Faults.said(e, desk.folder().root(), request);
    } catch (SourceRefused e) {
      said = request.texts().text("refused." + e.why());
    } catch (CharacterCodingException e) {
      said = request.texts().text("source.notUtf8");
    }
    request.status(WRONG);
    render(request, changed, typed, said, true);
  }

  private static Actor actor(Request request) {
    return request.operator().actor();
  }

  /** A mapping that was sent as a file stands in place of what was typed. */
  private static String mapping(Request request, String typed) throws IOException {
    Optional<Upload> sent = upload(request, "yaml");
    if (sent.isEmpty()) {
      return typed.replace("\r\n", "\n");
    }
    if (sent.get().bytes() > MOST_BYTES) {
      throw Refusal.tooLarge();
    }
    try (InputStream in = sent.get().content()) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString()
          .replace("\uFEFF", "");
    }
  }

  /** A field of files that was left empty comes as a file without name. */
  private static Optional<Upload> upload(Request request, String name) {
    return request.uploads(name).stream()
        .filter(upload -> upload.bytes() > 0 || !String.valueOf(upload.name()).isBlank())
        .findFirst();
  }

  private void remove(Request request) throws IOException {
    if (!desk.sources().remove(actor(request), request.form("id"))) {
      throw Refusal.conflict();
    }
    request.redirect(PATH + "?removed=yes");
  }

  private void render(Request request, String changed, String mapping, String said, boolean fault)
      throws IOException {
    List<KeptSource> sources = List.of();
    Optional<TallyPlan> plan = Optional.empty();
    String told = said;
    boolean bad = fault;
    try {
      plan = Optional.of(desk.folder().plan(desk.survey()));
      sources = desk.sources().all(plan.get());
    } catch (TallyException e) {
      told = Faults.said(e, desk.folder().root(), request);
      bad = true;
    }
    request.render(
        TEMPLATE,
        new SourcesModel(
            request.may(Role.MANAGER),
            sources,
            changed,
            mapping,
            EXAMPLE,
            plan.map(TallyPlan::questions).orElse(List.of()),
            told,
            bad));
  }
}
