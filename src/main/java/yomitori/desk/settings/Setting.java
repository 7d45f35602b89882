package yomitori.desk.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is: its key in {@code desk.yaml}, what it may be and what it is where nobody
 * says otherwise. What it means is in the message bundle under its key.
 */
public enum Setting {
  SETTLE_SECONDS("inbox.settle_seconds", Kind.count(0, 3600), "3"),
  POLL_SECONDS("inbox.poll_seconds", Kind.count(1, 3600), "2"),
  LARGEST_MB("inbox.largest_mb", Kind.count(1, 4096), "200"),
  MOST_WAITING("inbox.most_waiting", Kind.count(1, 1_000_000), "1000"),
  LEAST_FREE_MB("inbox.least_free_mb", Kind.count(0, 1_000_000), "200"),

  WORKERS("reading.workers", Kind.count(0, 256), "0"),
  FORM("reading.form", Kind.TEXT, ""),
  FORMS("reading.forms", Kind.TEXT, ""),
  MASTERS("reading.masters", Kind.TEXTS, ""),
  PHRASES("reading.phrases", Kind.TEXT, ""),
  READ_TEXT("reading.text", Kind.SWITCH, "true"),

  DATABASE_URL("database.url", Kind.TEXT, ""),
  DATABASE_USER("database.user", Kind.TEXT, ""),
  DATABASE_PASSWORD("database.password", Kind.TEXT, ""),

  ADDRESS("web.address", Kind.TEXT, "127.0.0.1"),
  PORT("web.port", Kind.count(0, 65_535), "8080"),

  LOG_LARGEST_MB("logs.largest_mb", Kind.count(1, 1024), "10"),
  LOG_DAYS("logs.days", Kind.count(1, 3650), "30"),
  LOG_DEBUG("logs.debug", Kind.SWITCH, "false");

  /** What every environment variable of the desk begins with. */
  public static final String ENVIRONMENT_PREFIX = "YOMITORI_DESK_";

  private final String key;
  private final Kind.Shape shape;
  private final int least;
  private final int most;
  private final String standard;

  Setting(String key, Kind kind, String standard) {
    this.key = key;
    this.shape = kind.shape();
    this.least = kind.least();
    this.most = kind.most();
    this.standard = standard;
  }

  /** Section and name, such as {@code inbox.poll_seconds}. */
  public String key() {
    return key;
  }

  /** What it may be. */
  Kind kind() {
    return new Kind(shape, least, most);
  }

  /** What it is where nobody says otherwise. */
  public String standard() {
    return standard;
  }

  /** The environment variable, such as {@code YOMITORI_DESK_INBOX_POLL_SECONDS}. */
  public String variable() {
    return ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }
}
