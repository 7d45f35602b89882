package yomitori.review.web;

import java.util.List;

/** A group of pages: what it answers to, and what of it stands in the navigation. */
public interface Routes {

  /** Adds what it answers to. Called once, before the server starts. */
  void add(Router router);

  /** Its entries in the navigation of every page. */
  default List<NavEntry> navigation() {
    return List.of();
  }

  /** The bundle of its texts: {@code messages} in its own package, unless told otherwise. */
  default String texts() {
    return getClass().getPackageName() + ".messages";
  }
}
