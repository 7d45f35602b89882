package yomitori.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** The parts of a desk that were started; each is closed, whatever the others throw. */
final class OpenParts implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Keeps a part until all are closed. */
  <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Ends the parts, the last that was kept first.
   *
   * @throws IllegalStateException if parts could not be closed: caused by the first fault, to which
   *     the others are added
   */
  @Override
  public void close() {
    Throwable fault = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception | Error e) {
        if (fault == null) {
          fault = e;
        } else {
          fault.addSuppressed(e);
        }
      }
    }
    if (fault != null) {
      throw new IllegalStateException("a part of the desk could not be closed", fault);
    }
  }

  /** Ends the parts after a fault, to which those of the closing are added. */
  void closeAfter(Throwable fault) {
    try {
      close();
    } catch (IllegalStateException e) {
      fault.addSuppressed(e);
    }
  }
}
