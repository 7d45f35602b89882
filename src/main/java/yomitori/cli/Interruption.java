package yomitori.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and other requests to end: the run is told and given time to finish the pages in hand and
 * to list the others as not read.
 */
final class Interruption implements AutoCloseable {

  /** A page takes seconds at most; whoever asks twice kills. */
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "interruption");
  private volatile boolean asked;

  private Interruption() {}

  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean asked() {
    return asked;
  }

  private void askAndWait() {
    asked = true;
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // the files of this run stay unfinished under their .part names
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        asked = true; // the end began this very moment; the hook finds the run finished
      }
    }
  }
}
