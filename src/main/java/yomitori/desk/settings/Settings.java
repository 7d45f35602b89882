package yomitori.desk.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.desk.export.ExportSchedule;
import yomitori.desk.inbox.Inbox;
import yomitori.desk.people.SessionLimits;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.QueueRules;

/**
 * How the desk works.
 *
 * @param inbox how files are taken
 * @param reading how pages are read
 * @param queue how doubts are given to operators
 * @param export how records are handed over
 * @param database where the ledger is
 * @param web where and how the pages are served
 * @param retention age beyond which faxes may be removed; empty where none ever is
 * @param logs what is written down
 */
public record Settings(
    Inbox.Rules inbox,
    Reading reading,
    QueueRules queue,
    Export export,
    Database database,
    Web web,
    Optional<Duration> retention,
    Logs logs) {

  static final long BYTES_PER_MB = 1L << 20;

  private static final double PERCENT = 100;

  /**
   * How pages are read.
   *
   * @param workers faxes at a time, at least 1
   * @param form the only form; empty to recognise which it is
   * @param forms their folder; empty for the program's own
   * @param masters lists of institutions
   * @param phrases a list of phrases
   * @param text whether written lines are read too
   */
  public record Reading(
      int workers,
      Optional<String> form,
      Optional<Path> forms,
      List<Path> masters,
      Optional<Path> phrases,
      boolean text) {

    public Reading {
      masters = List.copyOf(masters);
    }
  }

  /**
   * How records are handed over.
   *
   * @param folder of the exports; empty for that in the data folder
   * @param times when an export is made by itself; empty for never
   */
  public record Export(Optional<Path> folder, Optional<ExportSchedule.Times> times) {}

  /**
   * Where the ledger is.
   *
   * @param url of a PostgreSQL database; empty for a file of the data folder
   * @param user of that database
   * @param password of that user
   */
  public record Database(Optional<String> url, String user, String password) {

    @Override
    public String toString() {
      return "Database[" + url.orElse("file") + "]"; // passwords must not come into logs
    }
  }

  /**
   * Where and how the pages are served.
   *
   * @param address of this machine
   * @param port 0 for any that is free
   * @param hosts names by which other machines ask for the pages
   * @param https whether a proxy in front speaks HTTPS
   * @param uploadBytes the most that is taken through the page at once
   * @param sessions how long somebody stays logged in
   * @param metricsToken lets other machines see {@code /metrics}
   * @param zone in which times are told and days begin
   */
  public record Web(
      String address,
      int port,
      List<String> hosts,
      boolean https,
      long uploadBytes,
      SessionLimits sessions,
      Optional<String> metricsToken,
      ZoneId zone) {

    public Web {
      hosts = List.copyOf(hosts);
    }

    @Override
    public String toString() {
      return "Web[" + address + ":" + port + "]"; // tokens must not come into logs
    }
  }

  /**
   * What is written down.
   *
   * @param largestBytes of one file of the log
   * @param days that files of the log are kept
   * @param debug whether each step is told
   */
  public record Logs(long largestBytes, int days, boolean debug) {}

  /** How the desk works where nobody says otherwise. */
  public static Settings standard() {
    return of(Map.of());
  }

  /**
   * Reads them.
   *
   * @param flags of the command line
   * @param environment of the process
   * @param file {@code desk.yaml}, which need not be there
   * @throws SettingsException if one is not known or cannot be, with its place
   * @throws IOException if the file cannot be read
   */
  public static Settings load(
      Map<Setting, String> flags, Map<String, String> environment, Path file) throws IOException {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    texts.putAll(SettingsFile.read(file));
    texts.putAll(SettingsEnvironment.read(environment));
    flags.forEach(
        (setting, text) -> {
          if (!setting.kind().takes(text)) {
            throw new SettingsException("wrong.flag", setting.key(), text);
          }
          texts.put(setting, text);
        });
    return of(texts);
  }

  private static Settings of(Map<Setting, String> given) {
    Texts texts = new Texts(given);
    return new Settings(
        new Inbox.Rules(
            Duration.ofSeconds(texts.count(Setting.SETTLE_SECONDS)),
            Duration.ofSeconds(texts.count(Setting.POLL_SECONDS)),
            texts.count(Setting.MOST_WAITING),
            texts.bytes(Setting.LARGEST_MB),
            texts.bytes(Setting.LEAST_FREE_MB)),
        reading(texts),
        new QueueRules(
            texts.minutes(Setting.LEASE_MINUTES),
            texts.minutes(Setting.SKIP_MINUTES),
            new DoubleEntry(
                Set.copyOf(texts.texts(Setting.DOUBLE_ENTRY_FIELDS)),
                texts.count(Setting.DOUBLE_ENTRY_PERCENT) / PERCENT),
            texts.count(Setting.RECHECK_PERCENT) / PERCENT),
        export(texts),
        new Database(
            texts.unlessEmpty(Setting.DATABASE_URL),
            texts.text(Setting.DATABASE_USER),
            texts.text(Setting.DATABASE_PASSWORD)),
        web(texts),
        Optional.of(texts.count(Setting.RETENTION_DAYS))
            .filter(days -> days > 0)
            .map(Duration::ofDays),
        new Logs(
            texts.bytes(Setting.LOG_LARGEST_MB),
            texts.count(Setting.LOG_DAYS),
            texts.on(Setting.LOG_DEBUG)));
  }

  private static Reading reading(Texts texts) {
    int workers = texts.count(Setting.WORKERS);
    return new Reading(
        workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
        texts.unlessEmpty(Setting.FORM),
        texts.unlessEmpty(Setting.FORMS).map(Path::of),
        texts.texts(Setting.MASTERS).stream().map(Path::of).toList(),
        texts.unlessEmpty(Setting.PHRASES).map(Path::of),
        texts.on(Setting.READ_TEXT));
  }

  private static Export export(Texts texts) {
    int everyHours = texts.count(Setting.EXPORT_HOURS);
    LocalTime at = LocalTime.of(texts.count(Setting.EXPORT_AT_HOUR), 0);
    return new Export(
        texts.unlessEmpty(Setting.EXPORT_FOLDER).map(Path::of),
        everyHours == 0 ? Optional.empty() : Optional.of(new ExportSchedule.Times(everyHours, at)));
  }

  private static Web web(Texts texts) {
    return new Web(
        texts.text(Setting.ADDRESS),
        texts.count(Setting.PORT),
        texts.texts(Setting.HOSTS),
        texts.on(Setting.HTTPS),
        texts.bytes(Setting.UPLOAD_MB),
        new SessionLimits(
            texts.minutes(Setting.IDLE_MINUTES), texts.minutes(Setting.SESSION_MINUTES)),
        texts.unlessEmpty(Setting.METRICS_TOKEN),
        texts.unlessEmpty(Setting.ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault));
  }

  /** The written form of every setting. */
  private record Texts(Map<Setting, String> given) {

    String text(Setting setting) {
      return given.getOrDefault(setting, setting.standard());
    }

    int count(Setting setting) {
      return Integer.parseInt(text(setting));
    }

    long bytes(Setting setting) {
      return count(setting) * BYTES_PER_MB;
    }

    Duration minutes(Setting setting) {
      return Duration.ofMinutes(count(setting));
    }

    List<String> texts(Setting setting) {
      return Kind.texts(text(setting));
    }

    boolean on(Setting setting) {
      return Boolean.parseBoolean(text(setting));
    }

    Optional<String> unlessEmpty(Setting setting) {
      return Optional.of(text(setting)).filter(text -> !text.isBlank());
    }
  }
}
