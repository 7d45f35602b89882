package yomitori.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import yomitori.desk.people.Operator;
import yomitori.desk.people.Role;

/** A request and its answer: exactly one of the answering methods is called. */
public final class Request {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Days outside of these years can be written, but have no moment at which they begin or end. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private final Site site;
  private final Context context;
  private final Optional<Operator> visitor;
  private final String language;
  private final Texts texts;

  Request(Site site, Context context, String bundle, Optional<Operator> visitor) {
    this.site = site;
    this.context = context;
    this.visitor = visitor;
    this.language =
        visitor
            .map(Operator::language)
            .or(() -> site.cookies().language(context))
            .orElseGet(() -> Languages.preferred(context.header("Accept-Language")));
    this.texts = site.texts(bundle, Languages.locale(language));
  }

  /** Who is logged in, if anybody. */
  public Optional<Operator> visitor() {
    return visitor;
  }

  /** Who is logged in, where the route asks for that. */
  public Operator operator() {
    return visitor.orElseThrow(() -> new IllegalStateException("the route is open to anyone"));
  }

  /** Whether somebody is logged in whose role covers another. */
  public boolean may(Role role) {
    return visitor.isPresent() && visitor.get().role().covers(role);
  }

  /** The language of the answer. */
  public Locale locale() {
    return texts.locale();
  }

  /** The zone in which times are told and days begin. */
  public ZoneId zone() {
    return site.zone();
  }

  /** When the day of a moment began, in that zone. */
  public Instant today(Instant now) {
    return begin(LocalDate.ofInstant(now, zone()));
  }

  /** The texts of the route's own bundle, and those that all pages share. */
  public Texts texts() {
    return texts;
  }

  /** The path, without the query. */
  public String path() {
    return context.path();
  }

  /** A piece of the path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /**
   * A piece of the path that is a number.
   *
   * @throws Refusal if it is none: there is no such page
   */
  public long pathNumber(String name) {
    return number(context.pathParam(name)).orElseThrow(Refusal::notFound);
  }

  /** A value of the address's query; empty where it is absent. */
  public String query(String name) {
    return queryGiven(name).orElse("");
  }

  /** A value of the address's query, which may be an empty text. */
  public Optional<String> queryGiven(String name) {
    return Optional.ofNullable(context.queryParam(name)).map(Request::withoutNul);
  }

  /** A value of the query that is a whole number; nothing where it is none. */
  public OptionalLong queryNumber(String name) {
    Optional<Long> number = number(query(name));
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }

  /** A value of the query that is a day, as 2022-11-15; one that is none is no wish. */
  public Optional<LocalDate> queryDay(String name) {
    try {
      return Optional.of(LocalDate.parse(query(name)))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** When a day begins, in the desk's zone. */
  public Instant begin(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  /** The values of some names as the query of an address; those that are blank are left out. */
  public String queryOf(Collection<String> names) {
    return names.stream()
        .filter(name -> !query(name).isBlank())
        .map(name -> name + "=" + URLEncoder.encode(query(name), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A value of the form; empty where it is absent. */
  public String form(String name) {
    SentForm.read(context);
    String value = context.formParam(name);
    return value == null ? "" : withoutNul(value);
  }

  /** All values of a name of the form. */
  public List<String> formAll(String name) {
    SentForm.read(context);
    return context.formParams(name).stream().map(Request::withoutNul).toList();
  }

  /**
   * A value of the form that is a whole number.
   *
   * @throws Refusal if it is none
   */
  public long formNumber(String name) {
    return number(form(name)).orElseThrow(Refusal::malformed);
  }

  /** The files of a field of the form. */
  public List<Upload> uploads(String name) {
    SentForm.read(context);
    return context.uploadedFiles(name).stream()
        .map(file -> new Upload(file.filename(), file.size(), file.content()))
        .toList();
  }

  /** A header; empty where it is absent. */
  public String header(String name) {
    String value = context.header(name);
    return value == null ? "" : value;
  }

  /**
   * What was sent, as it comes.
   *
   * @param most so many bytes are taken; reading on throws a {@link Refusal}
   */
  public InputStream body(long most) {
    return new LimitedStream(context.bodyInputStream(), most);
  }

  /** Where the request comes from, as digits. */
  public String address() {
    return site.gate().address(context);
  }

  /** Whether it comes from this machine itself. */
  public boolean isFromThisMachine() {
    return Gate.isLoopback(address());
  }

  /** Whether htmx asks, for a piece of a page. */
  public boolean isFragment() {
    return "true".equals(context.header("HX-Request"))
        && !"true".equals(context.header("HX-History-Restore-Request"));
  }

  /**
   * Answers with a template, which gets {@code shell} (a {@link Shell}), {@code t} (the texts) and
   * {@code model}.
   *
   * @param template its path below src/main/jte, for example {@code home/home.jte}
   */
  public void render(String template, Object model) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("shell", shell());
    parameters.put("t", texts);
    parameters.put("model", model);
    context.html(site.render(template, parameters));
  }

  /** As {@link #render(String, Object)}, with another status than 200. */
  public void render(int status, String template, Object model) {
    context.status(status);
    render(template, model);
  }

  /** Leads the browser to another page of the desk; htmx loads it as a whole page. */
  public void redirect(String path) {
    if (isFragment()) {
      context.header("HX-Redirect", path);
      context.result("");
    } else {
      context.redirect(path, HttpStatus.SEE_OTHER);
    }
  }

  /** Adds a header to the answer. */
  public void setHeader(String name, String value) {
    context.header(name, value);
  }

  /** Sets the status of the answer. */
  public void status(int status) {
    context.status(status);
  }

  /** Answers with JSON. */
  public void json(Object value) {
    json("application/json", value);
  }

  /**
   * Answers a program with what went wrong, in the form of RFC 9457.
   *
   * @param code a word by which the program tells it from others of the same status
   * @param detail for people, in the request's language
   */
  public void problem(int status, String code, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.forStatus(status).getMessage());
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    context.status(status);
    json("application/problem+json", problem);
  }

  private void json(String type, Object value) {
    try {
      context.contentType(type).result(JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
    }
  }

  /** Answers with bytes of a type, for example {@code image/png}. */
  public void bytes(String type, byte[] bytes) {
    context.contentType(type).result(bytes);
  }

  /** Answers with a file to keep, whose content is written as it comes. */
  public OutputStream download(String type, String fileName) throws IOException {
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    context.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    context.contentType(type);
    return context.outputStream();
  }

  /** Begins the session that a log-in gave. */
  public void logIn(String session) {
    site.cookies().setSession(context, session);
  }

  /** The session that the browser shows, good or not. */
  public Optional<String> session() {
    return site.cookies().session(context);
  }

  /** Ends the session, and has the browser forget the pages it keeps. */
  public void logOut() {
    session().ifPresent(site.people().sessions()::end);
    site.cookies().removeSession(context);
    context.header("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  /** Keeps the language, in the account too where somebody is logged in. */
  public void setLanguage(String chosen) {
    if (!Languages.has(chosen)) {
      throw Refusal.malformed();
    }
    visitor.ifPresent(operator -> site.people().accounts().setLanguage(operator, chosen));
    keepLanguage(chosen);
  }

  /** Keeps a person's language in the browser, for when nobody is logged in. */
  public void keepLanguage(String chosen) {
    site.cookies().setLanguage(context, chosen);
  }

  private Shell shell() {
    String cookie =
        visitor.isPresent() ? session().orElseThrow() : site.cookies().formOrNew(context);
    String query = context.queryString();
    return new Shell(
        site.texts(Texts.SHARED, texts.locale()),
        visitor,
        FormToken.of(cookie),
        query == null ? path() : path() + "?" + query,
        site.navigation(visitor, texts.locale(), path()),
        site.assets());
  }

  /** No keyboard sends this character, and PostgreSQL takes no text that has it. */
  private static String withoutNul(String text) {
    return text.replace("\0", "");
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
