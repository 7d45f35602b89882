package yomitori.review.web;

import java.util.List;
import java.util.Optional;
import yomitori.desk.people.Operator;

/**
 * What the layout around every page needs.
 *
 * @param texts the words that all pages share
 * @param operator who is logged in
 * @param formToken the hidden field {@code _token} of every form
 * @param path of the page, with its query, to come back to
 */
public record Shell(
    Texts texts,
    Optional<Operator> operator,
    String formToken,
    String path,
    List<NavItem> navigation,
    Assets assets) {

  /** Copies the list. */
  public Shell {
    navigation = List.copyOf(navigation);
  }

  /** The entries of the bar itself. */
  public List<NavItem> bar() {
    return navigation.stream().filter(item -> !item.menu()).toList();
  }

  /** The entries of the bar's menu. */
  public List<NavItem> menu() {
    return navigation.stream().filter(NavItem::menu).toList();
  }

  /** The language of the page as HTML names it. */
  public String language() {
    return texts.locale().getLanguage();
  }

  /** The address of an asset, for example {@code web/desk.css}. */
  public String asset(String name) {
    return assets.address(name);
  }

  /** What htmx sends with every request, as JSON. */
  public String headers() {
    return "{\"" + FormToken.HEADER + "\": \"" + formToken + "\"}";
  }
}
