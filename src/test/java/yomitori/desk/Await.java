package yomitori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Await {

  private static final long LOOK_MS = 10;

  private Await() {}

  /** Waits until something is so, and fails when it is not after so long. */
  public static void until(Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not so").isLessThan(end);
      Thread.sleep(LOOK_MS);
    }
  }
}
