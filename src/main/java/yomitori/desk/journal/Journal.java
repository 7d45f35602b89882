package yomitori.desk.journal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import yomitori.desk.settings.Settings;

/**
 * {@code logs/desk.jsonl} and the files before it, {@code desk.DATE.N.jsonl.gz}. From its opening
 * to its closing all that the program logs goes there; respondents' names do not, for no event
 * holds any.
 */
public final class Journal implements AutoCloseable {

  private static final String NAME = "desk";
  private static final String OURS = "yomitori";

  private final Logger root;
  private final RollingFileAppender<ILoggingEvent> file;

  private Journal(Logger root, RollingFileAppender<ILoggingEvent> file) {
    this.root = root;
    this.file = file;
  }

  /**
   * Begins to write.
   *
   * @param folder of the files; made where it is not there
   */
  public static Journal open(Path folder, Settings.Logs settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    JsonLayout layout = new JsonLayout();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName(NAME);
    file.setEncoder(encoder);
    file.setFile(folder.resolve(NAME + ".jsonl").toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve(NAME + ".%d{yyyy-MM-dd}.%i.jsonl.gz").toString());
    rolling.setMaxFileSize(new FileSize(settings.largestBytes()));
    rolling.setMaxHistory(settings.days());
    rolling.setCleanHistoryOnStart(true);
    rolling.start();
    file.setRollingPolicy(rolling);
    file.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    context.getLogger(OURS).setLevel(settings.debug() ? Level.DEBUG : Level.INFO);
    root.addAppender(file);
    return new Journal(root, file);
  }

  @Override
  public void close() {
    root.detachAppender(file);
    file.stop();
    root.setLevel(Level.OFF);
    root.getLoggerContext().getLogger(OURS).setLevel(null);
  }
}
