package yomitori.review.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import yomitori.desk.people.Secret;

/** The three cookies: who is logged in, whose form it is before that, the language. */
final class Cookies {

  /** How long a browser keeps the language. */
  private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);

  /** Until the browser closes. */
  private static final int THIS_TIME = -1;

  private final boolean https;

  Cookies(boolean https) {
    this.https = https;
  }

  /** The session that a browser shows. */
  Optional<String> session(Context context) {
    return get(context, "yomitori");
  }

  void setSession(Context context, String session) {
    set(context, "yomitori", session, THIS_TIME);
  }

  void removeSession(Context context) {
    set(context, "yomitori", "", 0);
  }

  /** What the forms of a browser that is not logged in belong to. */
  Optional<String> form(Context context) {
    return get(context, "yomitori-form");
  }

  /** As {@link #form}; made where there is none. */
  String formOrNew(Context context) {
    return form(context)
        .orElseGet(
            () -> {
              String made = Secret.random();
              set(context, "yomitori-form", made, THIS_TIME);
              return made;
            });
  }

  Optional<String> language(Context context) {
    return get(context, "yomitori-language").filter(Languages::has);
  }

  void setLanguage(Context context, String language) {
    set(context, "yomitori-language", language, Math.toIntExact(LANGUAGE_KEPT.toSeconds()));
  }

  /** The prefix binds a cookie to this host and to HTTPS, where there is HTTPS. */
  private String name(String name) {
    return https ? "__Host-" + name : name;
  }

  private Optional<String> get(Context context, String name) {
    return Optional.ofNullable(context.cookie(name(name))).filter(value -> !value.isEmpty());
  }

  private void set(Context context, String name, String value, int maxAge) {
    context.cookie(
        new Cookie(name(name), value, "/", maxAge, https, 0, true, null, null, SameSite.STRICT));
  }
}
