package yomitori.review.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What routes answer to, for tests. */
public final class AllRoutes {

  private AllRoutes() {}

  /** Methods and paths, such as {@code get /faxes/{id}}. */
  public static Set<String> of(Routes routes) {
    Set<String> found = new TreeSet<>();
    routes.add(
        new Router(
            (method, path, access, handler) ->
                found.add(method.name().toLowerCase(Locale.ROOT) + " " + path)));
    return found;
  }
}
