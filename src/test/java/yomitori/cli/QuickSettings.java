package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import yomitori.desk.inbox.Inbox.Rules;
import yomitori.desk.settings.Setting;
import yomitori.desk.settings.Settings;

/** Settings of a desk that tests wait for. */
final class QuickSettings {

  private static final Duration SETTLE = Duration.ofMillis(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private QuickSettings() {}

  /** One worker, any free port, an inbox that takes files at once, and what is given. */
  static Settings of(Map<Setting, String> given) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.PORT, "0");
    all.put(Setting.WORKERS, "1");
    all.putAll(given);
    try {
      return hurried(Settings.load(all, Map.of(), Path.of("no file")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings hurried(Settings settings) {
    Rules usual = settings.inbox();
    Rules quick =
        new Rules(SETTLE, POLL, usual.mostWaiting(), usual.largestBytes(), usual.leastFreeBytes());
    return new Settings(
        quick,
        settings.reading(),
        settings.queue(),
        settings.export(),
        settings.database(),
        settings.web(),
        settings.retention(),
        settings.logs());
  }
}
