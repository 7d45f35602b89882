package yomitori.review.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import yomitori.desk.people.Operator;
import yomitori.desk.people.People;

/** The desk's server. It listens from {@link #start} on until it is closed. */
public final class WebServer implements AutoCloseable {

  /** Where one logs in. */
  public static final String LOG_IN = "/login";

  /** Where one changes one's password. */
  public static final String PASSWORD = "/password";

  /** Open to somebody whose password another person chose. */
  private static final Set<String> BEFORE_CHANGE = Set.of(PASSWORD, "/logout", "/language");

  /** Methods that change nothing. */
  private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);

  /** A form without files is small. */
  private static final long FORM_BYTES = 1 << 20;

  /** Files that are sent are kept on disk from this size on. */
  private static final int UPLOAD_BYTES_IN_MEMORY = 1 << 16;

  /** Browsers that are answered at the same time; pages are quick, so twenty people need few. */
  private static final int THREADS = 32;

  private static final int SPARE_THREADS = 4;

  private static final String KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

  private final Javalin javalin;
  private final Binding binding;

  private WebServer(Javalin javalin, Binding binding) {
    this.javalin = javalin;
    this.binding = binding;
  }

  /**
   * What the server needs beside its pages.
   *
   * @param people who may log in
   * @param zone in which times are told
   * @param scratch a folder for files while they are being sent; it exists
   * @param uploadBytes the most that one form with files may hold
   * @param registry is told how long answers took
   */
  public record Means(
      People people, ZoneId zone, Path scratch, long uploadBytes, MeterRegistry registry) {

    /** Where nobody asks how long answers took. */
    public Means(People people, ZoneId zone, Path scratch, long uploadBytes) {
      this(people, zone, scratch, uploadBytes, new SimpleMeterRegistry());
    }
  }

  /**
   * Starts the server.
   *
   * @throws BindException if it cannot listen there; its message is the address and the port
   */
  public static WebServer start(Binding binding, Means means, List<Routes> all)
      throws BindException {
    Site site = new Site(all, means.people(), binding, means.zone());
    Javalin javalin = Javalin.create(config -> configure(config, means));
    WebServer server = new WebServer(javalin, binding);
    ErrorPages errors = new ErrorPages(site);
    javalin.before(
        context -> {
          ResponseTimes.begin(context);
          site.gate().setHeaders(context);
          site.gate().checkHost(context);
        });
    ResponseTimes times = new ResponseTimes(means.registry());
    javalin.after(times::end);
    javalin.exception(Refusal.class, errors::show);
    javalin.exception(HttpResponseException.class, errors::show);
    javalin.exception(Exception.class, errors::show);
    javalin.get(Assets.PATH + "{digest}/<name>", context -> serve(site.assets(), context));
    for (Routes routes : all) {
      routes.add(
          new Router(
              (method, path, access, handler) ->
                  javalin.addHttpHandler(
                      method,
                      path,
                      context -> handle(site, context, routes.texts(), access, handler))));
    }
    try {
      javalin.start(binding.address(), binding.port());
    } catch (JavalinBindException e) {
      BindException fault = new BindException(binding.address() + ":" + binding.port());
      fault.initCause(e);
      throw fault;
    }
    return server;
  }

  /** Where a browser on this machine finds the desk, without a slash at the end. */
  public String address() {
    String host =
        binding.address().equals("0.0.0.0") || binding.address().equals("::")
            ? "127.0.0.1"
            : binding.address();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port();
  }

  /** Answers what it has begun, then stops. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, Means means) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.http.maxRequestSize = FORM_BYTES;
    // What is repeated from a request beside a secret must not show by its length.
    config.http.disableCompression();
    config.jetty.threadPool = new QueuedThreadPool(THREADS, SPARE_THREADS);
    config.jetty.multipartConfig.cacheDirectory(means.scratch().toString());
    config.jetty.multipartConfig.maxFileSize(means.uploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(means.uploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(UPLOAD_BYTES_IN_MEMORY, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(false);
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadRequests()));
  }

  private static void serve(Assets assets, Context context) {
    Assets.Asset asset = assets.find(context.pathParam("name")).orElseThrow(Refusal::notFound);
    // A page that is older than an update asks for what is no more: it gets what there is.
    if (asset.digest().equals(context.pathParam("digest"))) {
      context.header("Cache-Control", KEPT_FOR_GOOD);
    }
    context.contentType(asset.type()).result(asset.open());
  }

  private static void handle(
      Site site, Context context, String bundle, Access access, Handler handler)
      throws IOException {
    if (access == Access.PROGRAM) {
      handler.answer(new Request(site, context, bundle, Optional.empty()));
      return;
    }
    Optional<String> session = site.cookies().session(context);
    Optional<Operator> visitor = session.flatMap(site.people().sessions()::visit);
    Request request = new Request(site, context, bundle, visitor);
    if (access.role().isPresent() && visitor.isEmpty()) {
      request.redirect(logInThenBack(request, context));
      return;
    }
    if (!SAFE.contains(context.method())) {
      if (visitor.isEmpty() && context.isMultipartFormData()) {
        throw Refusal.malformed(); // of a stranger no file is read
      }
      site.gate().checkOrigin(context);
      checkToken(request, visitor.isPresent() ? session : site.cookies().form(context));
    }
    if (access.role().isPresent() && !request.may(access.role().get())) {
      throw Refusal.forbidden();
    }
    if (visitor.isPresent()
        && visitor.get().mustChange()
        && !BEFORE_CHANGE.contains(request.path())) {
      request.redirect(PASSWORD);
      return;
    }
    handler.answer(request);
  }

  private static String logInThenBack(Request request, Context context) {
    boolean canComeBack =
        context.method() == HandlerType.GET && !request.isFragment() && !request.path().equals("/");
    return canComeBack
        ? LOG_IN + "?next=" + URLEncoder.encode(request.path(), StandardCharsets.UTF_8)
        : LOG_IN;
  }

  private static void checkToken(Request request, Optional<String> cookie) {
    String header = request.header(FormToken.HEADER);
    String token = header.isEmpty() ? request.form(FormToken.FIELD) : header;
    if (cookie.isEmpty() || !FormToken.belongs(token, cookie.get())) {
      throw Refusal.foreignForm();
    }
  }
}
