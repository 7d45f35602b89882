package yomitori.review.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The compiled templates of {@code src/main/jte}. */
public final class Templates {

  private static final String PACKAGE = "yomitori.templates";

  private Templates() {}

  /** An engine that renders them; may be used from any thread. */
  public static TemplateEngine engine() {
    return TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
  }
}
