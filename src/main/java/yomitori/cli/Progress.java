package yomitori.cli;

import java.time.Duration;

/** How far a run is: a bar that is redrawn on a terminal, a line now and then elsewhere. */
final class Progress {

  private static final int BAR_WIDTH = 30;
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration LINE = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Session session;
  private final int files;
  private long lastShown;
  private int filesBegun;
  private int pages;
  private String current = "";

  Progress(Session session, int files) {
    this.session = session;
    this.files = files;
    this.lastShown = System.nanoTime();
  }

  /** One more page, or file without pages, is done. */
  void done(String source) {
    if (!source.equals(current)) {
      current = source;
      filesBegun++;
    }
    pages++;
    reached(filesBegun, session.messages().text("progress", filesBegun, files, pages));
  }

  /** So many are done, which {@code count} says in words. */
  void reached(int done, String count) {
    long now = System.nanoTime();
    Duration interval = session.terminal() ? REDRAW : LINE;
    if (now - lastShown >= interval.toNanos()) {
      lastShown = now;
      show(done, count);
    }
  }

  private void show(int done, String count) {
    if (session.terminal()) {
      int filled = Math.min(BAR_WIDTH, BAR_WIDTH * done / Math.max(1, files));
      session
          .err()
          .print(CLEAR_LINE + "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled) + " " + count);
    } else {
      session.err().println(count);
    }
    session.err().flush();
  }

  /** Makes room for a line of another kind. */
  void clear() {
    if (session.terminal()) {
      session.err().print(CLEAR_LINE);
      session.err().flush();
    }
  }
}
