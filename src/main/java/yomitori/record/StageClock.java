package yomitori.record;

import java.util.function.Supplier;

/** Watches the stages of reading from outside, so that reading itself knows no time. */
public interface StageClock {

  /** Watches nothing. */
  StageClock NONE =
      new StageClock() {
        @Override
        public <T> T during(Stage stage, Supplier<T> work) {
          return work.get();
        }
      };

  /** Does the work, which belongs to {@code stage}, and gives back what it gave. */
  <T> T during(Stage stage, Supplier<T> work);
}
