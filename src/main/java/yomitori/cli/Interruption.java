package yomitori.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Requests to end, such as Ctrl-C, while a run goes on: it is told and given time to finish the
 * pages in hand and to list the others as not read. A second request, or one that is not met in
 * time, ends the process; its files stay unfinished under their {@code .part} names.
 */
final class Interruption implements AutoCloseable {

  /** A page takes seconds at most. */
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean asked = new AtomicBoolean();

  private Interruption() {}

  static Interruption watch() {
    Interruption interruption = new Interruption();
    EndSignals.handle(interruption::ask);
    return interruption;
  }

  boolean asked() {
    return asked.get();
  }

  private void ask(int signal) {
    if (asked.getAndSet(true)) {
      EndSignals.end(signal);
    }
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        EndSignals.end(signal);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    EndSignals.endAtOnce();
    finished.countDown();
  }
}
