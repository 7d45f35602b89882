package yomitori.review.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What pages say, in one language: a package's own words, and those that all pages share. */
public final class Texts {

  /** The words that all pages share. */
  static final String SHARED = "yomitori.review.web.messages";

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle own;
  private final ResourceBundle shared;

  private Texts(Locale locale, ZoneId zone, ResourceBundle own, ResourceBundle shared) {
    this.locale = locale;
    this.zone = zone;
    this.own = own;
    this.shared = shared;
  }

  /**
   * The texts of a bundle.
   *
   * @param zone in which times are told
   * @throws MissingResourceException if there is no such bundle
   */
  public static Texts of(String bundle, Locale locale, ZoneId zone) {
    return new Texts(locale, zone, bundle(bundle, locale), bundle(SHARED, locale));
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    // Without this the default locale's words would stand in for English, which is the base.
    return ResourceBundle.getBundle(
        name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The language of the page. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text under a key with its places filled; numbers are written plainly.
   *
   * @throws MissingResourceException if neither bundle has the key
   */
  public String text(String key, Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    ResourceBundle bundle = own.containsKey(key) ? own : shared;
    return new MessageFormat(bundle.getString(key), locale).format(plain);
  }

  /** Whether there is a text under a key. */
  public boolean has(String key) {
    return own.containsKey(key) || shared.containsKey(key);
  }

  /** A whole number with its thousands set apart. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A moment to the minute, in the desk's zone: {@code 2022-11-15 09:12}. */
  public String time(Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", locale).withZone(zone).format(moment);
  }

  /** A moment to the second, in the desk's zone. */
  public String exactTime(Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", locale).withZone(zone).format(moment);
  }
}
