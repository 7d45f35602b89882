package yomitori.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import yomitori.record.Stage;
import yomitori.record.StageClock;

/**
 * Keeps the time of each stage for each page, over all threads. Thread-safe; the stages of one page
 * run on one thread, one after the other.
 */
final class StageTimes implements StageClock {

  private final Map<Stage, Queue<Long>> nanos = new EnumMap<>(Stage.class);
  private final Queue<Long> registerAndMark = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Long> lastRegister = ThreadLocal.withInitial(() -> 0L);

  StageTimes() {
    for (Stage stage : Stage.values()) {
      nanos.put(stage, new ConcurrentLinkedQueue<>());
    }
  }

  @Override
  public <T> T during(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(stage, System.nanoTime() - start);
    }
  }

  private void add(Stage stage, long time) {
    nanos.get(stage).add(time);
    if (stage == Stage.REGISTER) {
      lastRegister.set(time);
    } else if (stage == Stage.MARK) {
      registerAndMark.add(lastRegister.get() + time);
    }
  }

  long nanos(Stage stage) {
    return nanos.get(stage).stream().mapToLong(Long::longValue).sum();
  }

  long totalNanos() {
    return nanos.keySet().stream().mapToLong(this::nanos).sum();
  }

  /** The time of a stage that this share of the pages, 0 to 1, stays within; 0 without pages. */
  long quantile(Stage stage, double share) {
    return quantile(nanos.get(stage), share);
  }

  /** The same for registration and marks of a page together, of those pages that are a form. */
  long registerAndMarkQuantile(double share) {
    return quantile(registerAndMark, share);
  }

  private static long quantile(Queue<Long> times, double share) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
