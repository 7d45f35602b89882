package yomitori.review.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yomitori.desk.people.Operator;
import yomitori.desk.people.People;

/** What all requests share. */
final class Site {

  private final TemplateEngine engine = Templates.engine();
  private final Assets assets = new Assets();
  private final List<Owned> navigation;
  private final People people;
  private final Cookies cookies;
  private final Gate gate;
  private final ZoneId zone;

  private record Owned(NavEntry entry, String bundle) {}

  Site(List<Routes> all, People people, Binding binding, ZoneId zone) {
    this.people = people;
    this.cookies = new Cookies(binding.https());
    this.gate = new Gate(binding);
    this.zone = zone;
    this.navigation =
        all.stream()
            .flatMap(routes -> routes.navigation().stream().map(e -> new Owned(e, routes.texts())))
            .sorted(Comparator.comparingInt(owned -> owned.entry().order()))
            .toList();
  }

  People people() {
    return people;
  }

  Cookies cookies() {
    return cookies;
  }

  Gate gate() {
    return gate;
  }

  Assets assets() {
    return assets;
  }

  Texts texts(String bundle, Locale locale) {
    return Texts.of(bundle, locale, zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** The entries that somebody sees; the one whose path begins the page's is the current one. */
  List<NavItem> navigation(Optional<Operator> operator, Locale locale, String path) {
    return navigation.stream()
        .filter(owned -> sees(operator, owned.entry().access()))
        .map(
            owned ->
                new NavItem(
                    owned.entry().path(),
                    texts(owned.bundle(), locale).text(owned.entry().key()),
                    isWithin(path, owned.entry().path()),
                    owned.entry().order() >= NavEntry.MENU))
        .toList();
  }

  private static boolean sees(Optional<Operator> operator, Access access) {
    return operator.isPresent()
        && access.role().map(role -> operator.get().role().covers(role)).orElse(true);
  }

  private static boolean isWithin(String path, String entry) {
    return path.equals(entry) || (!entry.equals("/") && path.startsWith(entry + "/"));
  }

  /** A page as text: only a page that is whole is sent. */
  String render(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    engine.render(template, parameters, output);
    return output.toString();
  }
}
