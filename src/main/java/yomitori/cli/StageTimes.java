package yomitori.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import yomitori.record.Stage;
import yomitori.record.StageClock;

/** Adds up the time of each stage over all threads. Thread-safe. */
final class StageTimes implements StageClock {

  private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

  StageTimes() {
    for (Stage stage : Stage.values()) {
      nanos.put(stage, new LongAdder());
    }
  }

  @Override
  public <T> T during(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.get(stage).add(System.nanoTime() - start);
    }
  }

  long nanos(Stage stage) {
    return nanos.get(stage).sum();
  }

  long totalNanos() {
    return nanos.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
