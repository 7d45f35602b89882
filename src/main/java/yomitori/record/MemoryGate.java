package yomitori.record;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets work run side by side. Work for which the memory did not suffice is done once more, with
 * none beside it. May be used from many threads.
 */
public final class MemoryGate {

  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  /**
   * Does a piece of work, which must bear to be begun twice.
   *
   * @throws OutOfMemoryError if the memory does not suffice for it alone either
   */
  public <T> T run(Supplier<T> work) {
    gate.readLock().lock();
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      // Falls through to the second try, for which every other thread waits.
    } finally {
      gate.readLock().unlock();
    }
    gate.writeLock().lock();
    try {
      return work.get();
    } finally {
      gate.writeLock().unlock();
    }
  }
}
