package yomitori.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Ctrl-C and the other requests of the system to end. Java answers them by its shutdown, in which
 * ONNX Runtime gives up its environment while other threads may still be loading nets, and then
 * aborts the process. So they are answered here, before any shutdown begins.
 *
 * <p>Where this Java offers no signals, or the process was started to ignore one, that signal stays
 * as it was.
 */
final class EndSignals {

  /** Added to a signal's number, this is how shells see a process that it ended. */
  private static final int ENDED_BY_SIGNAL = 128;

  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private EndSignals() {}

  /** From now on a request ends the process at once. */
  static void endAtOnce() {
    handle(EndSignals::end);
  }

  /** Ends the process as a signal does; nothing else runs any more. */
  static void end(int signal) {
    Runtime.getRuntime().halt(ENDED_BY_SIGNAL + signal);
  }

  /**
   * From now on a request is answered by this.
   *
   * @param answer is given the signal's number, on a thread of its own
   */
  static void handle(IntConsumer answer) {
    NAMES.forEach(name -> handle(name, answer));
  }

  /** By reflection: the compiler warns of these classes and lets no one say that it is known. */
  private static void handle(String name, IntConsumer answer) {
    try {
      Class<?> signals = Class.forName(SIGNAL);
      Class<?> handlers = Class.forName(HANDLER);
      Method number = signals.getMethod("getNumber");
      Object handler =
          Proxy.newProxyInstance(
              EndSignals.class.getClassLoader(),
              new Class<?>[] {handlers},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("handle")) {
                  return method.getName().equals("equals")
                      ? (Object) (proxy == arguments[0])
                      : method.getName().equals("hashCode") ? (Object) 0 : name;
                }
                answer.accept((Integer) number.invoke(arguments[0]));
                return null;
              });
      Object signal = signals.getConstructor(String.class).newInstance(name);
      signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
    } catch (InvocationTargetException e) {
      // This system has no such signal, or Java was told to leave it alone (-Xrs).
    } catch (ReflectiveOperationException e) {
      // This Java has no signals at all.
    }
  }
}
