package yomitori.desk.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.inbox.Inbox.Rules;
import yomitori.desk.people.SessionLimits;
import yomitori.desk.queue.QueueRules;

/**
 * Every setting there is: its key in {@code desk.yaml}, what it may be and what it is where nobody
 * says otherwise. What it means is in the message bundle under its key.
 */
public enum Setting {
  SETTLE_SECONDS("inbox.settle_seconds", Kind.count(0, 3600), seconds(Rules.DEFAULT.settle())),
  POLL_SECONDS("inbox.poll_seconds", Kind.count(1, 3600), seconds(Rules.DEFAULT.poll())),
  LARGEST_MB("inbox.largest_mb", Kind.count(1, 4096), megabytes(Rules.DEFAULT.largestBytes())),
  MOST_WAITING("inbox.most_waiting", Kind.count(1, 1_000_000), number(Rules.DEFAULT.mostWaiting())),
  LEAST_FREE_MB(
      "inbox.least_free_mb", Kind.count(0, 1_000_000), megabytes(Rules.DEFAULT.leastFreeBytes())),

  WORKERS("reading.workers", Kind.count(0, 256), "0"),
  FORM("reading.form", Kind.TEXT, ""),
  FORMS("reading.forms", Kind.PATH, ""),
  MASTERS("reading.masters", Kind.PATHS, ""),
  PHRASES("reading.phrases", Kind.PATH, ""),
  READ_TEXT("reading.text", Kind.SWITCH, "true"),

  LEASE_MINUTES("queue.lease_minutes", Kind.count(1, 1440), minutes(QueueRules.STANDARD.lease())),
  SKIP_MINUTES("queue.skip_minutes", Kind.count(1, 10_080), minutes(QueueRules.STANDARD.skip())),
  DOUBLE_ENTRY_FIELDS("queue.double_entry_fields", Kind.TEXTS, ""),
  DOUBLE_ENTRY_PERCENT(
      "queue.double_entry_percent",
      Kind.count(0, 100),
      percent(QueueRules.STANDARD.doubleEntry().share())),
  RECHECK_PERCENT(
      "queue.recheck_percent", Kind.count(0, 100), percent(QueueRules.STANDARD.recheckShare())),

  EXPORT_FOLDER("export.folder", Kind.PATH, ""),
  EXPORT_HOURS("export.every_hours", Kind.count(0, 24), "0"),
  EXPORT_AT_HOUR("export.at_hour", Kind.count(0, 23), "18"),

  DATABASE_URL("database.url", Kind.DATABASE, ""),
  DATABASE_USER("database.user", Kind.TEXT, ""),
  DATABASE_PASSWORD("database.password", Kind.TEXT, ""),

  ADDRESS("web.address", Kind.TEXT, "127.0.0.1"),
  PORT("web.port", Kind.count(0, 65_535), "8090"),
  HOSTS("web.hosts", Kind.TEXTS, ""),
  HTTPS("web.https", Kind.SWITCH, "false"),
  UPLOAD_MB("web.upload_mb", Kind.count(1, 4096), "200"),
  IDLE_MINUTES("web.idle_minutes", Kind.count(1, 1440), minutes(SessionLimits.USUAL.idle())),
  SESSION_MINUTES(
      "web.session_minutes", Kind.count(1, 10_080), minutes(SessionLimits.USUAL.whole())),
  METRICS_TOKEN("web.metrics_token", Kind.TEXT, ""),
  ZONE("web.zone", Kind.ZONE, ""),

  RETENTION_DAYS("retention.days", Kind.count(0, 36_500), "0"),

  LOG_LARGEST_MB("logs.largest_mb", Kind.count(1, 1024), "10"),
  LOG_DAYS("logs.days", Kind.count(1, 3650), "30"),
  LOG_DEBUG("logs.debug", Kind.SWITCH, "false");

  /** What every environment variable of the desk begins with. */
  public static final String ENVIRONMENT_PREFIX = "YOMITORI_DESK_";

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // it has no state but these final parts
  private final Kind kind;

  private final String standard;

  Setting(String key, Kind kind, String standard) {
    this.key = key;
    this.kind = kind;
    this.standard = standard;
  }

  /** Section and name, such as {@code inbox.poll_seconds}. */
  public String key() {
    return key;
  }

  /** What it may be. */
  Kind kind() {
    return kind;
  }

  /** What it is where nobody says otherwise. */
  public String standard() {
    return standard;
  }

  /** The environment variable, such as {@code YOMITORI_DESK_INBOX_POLL_SECONDS}. */
  public String variable() {
    return ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** What it may be, as documents say it. */
  public String range() {
    return kind.range();
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  private static String minutes(Duration time) {
    return Long.toString(time.toMinutes());
  }

  private static String megabytes(long bytes) {
    return Long.toString(bytes / Settings.BYTES_PER_MB);
  }

  private static String number(int count) {
    return Integer.toString(count);
  }

  private static String percent(double share) {
    return Long.toString(Math.round(share * 100));
  }
}
