package yomitori.desk.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the desk works.
 *
 * @param inbox how files are taken
 * @param reading how pages are read
 * @param database where the ledger is
 * @param web where the pages are served
 * @param logs what is written down
 */
public record Settings(Inbox inbox, Reading reading, Database database, Web web, Logs logs) {

  private static final long BYTES_PER_MB = 1L << 20;

  /**
   * How files are taken.
   *
   * @param settle how long a file must not have changed
   * @param poll how often the folder is looked through
   * @param largestBytes files with more fail
   * @param mostWaiting faxes taken and not yet read; more stay in the inbox
   * @param leastFreeBytes with less room on the disk no file is taken
   */
  public record Inbox(
      Duration settle, Duration poll, long largestBytes, int mostWaiting, long leastFreeBytes) {}

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
   * Where the pages are served.
   *
   * @param address of this machine
   * @param port 0 for any that is free
   */
  public record Web(String address, int port) {}

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
    int workers = texts.count(Setting.WORKERS);
    return new Settings(
        new Inbox(
            Duration.ofSeconds(texts.count(Setting.SETTLE_SECONDS)),
            Duration.ofSeconds(texts.count(Setting.POLL_SECONDS)),
            texts.count(Setting.LARGEST_MB) * BYTES_PER_MB,
            texts.count(Setting.MOST_WAITING),
            texts.count(Setting.LEAST_FREE_MB) * BYTES_PER_MB),
        new Reading(
            workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
            texts.unlessEmpty(Setting.FORM),
            texts.unlessEmpty(Setting.FORMS).map(Path::of),
            Kind.split(texts.text(Setting.MASTERS)).stream().map(Path::of).toList(),
            texts.unlessEmpty(Setting.PHRASES).map(Path::of),
            texts.on(Setting.READ_TEXT)),
        new Database(
            texts.unlessEmpty(Setting.DATABASE_URL),
            texts.text(Setting.DATABASE_USER),
            texts.text(Setting.DATABASE_PASSWORD)),
        new Web(texts.text(Setting.ADDRESS), texts.count(Setting.PORT)),
        new Logs(
            texts.count(Setting.LOG_LARGEST_MB) * BYTES_PER_MB,
            texts.count(Setting.LOG_DAYS),
            texts.on(Setting.LOG_DEBUG)));
  }

  /** The written form of every setting. */
  private record Texts(Map<Setting, String> given) {

    String text(Setting setting) {
      return given.getOrDefault(setting, setting.standard());
    }

    int count(Setting setting) {
      return Integer.parseInt(text(setting));
    }

    boolean on(Setting setting) {
      return Boolean.parseBoolean(text(setting));
    }

    Optional<String> unlessEmpty(Setting setting) {
      return Optional.of(text(setting)).filter(text -> !text.isBlank());
    }
  }
}
