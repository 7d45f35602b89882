package yomitori.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import net.sourceforge.tess4j.TessAPI;
import yomitori.natives.NativeCache;

/**
 * Loaded engines, lent to one thread at a time. Of each language there are as many as threads ever
 * read at once, each loaded once. Thread-safe; close it when no thread reads any more.
 */
public final class TesseractEnginePool implements AutoCloseable {

  private final TessAPI api;
  private final Traineddata traineddata;
  private final Map<String, Deque<TesseractEngine>> idle = new HashMap<>();
  private boolean closed;

  private TesseractEnginePool(TessAPI api, Traineddata traineddata) {
    this.api = api;
    this.traineddata = traineddata;
  }

  /**
   * A pool on the standard cache and trained data.
   *
   * @throws MissingEngineException if the native libraries or the trained data are not there
   */
  public static TesseractEnginePool open() {
    NativeCache cache = NativeCache.standard();
    return open(cache, Traineddata.standard(cache));
  }

  static TesseractEnginePool open(NativeCache cache, Traineddata traineddata) {
    traineddata.folder(Traineddata.JAPANESE);
    return new TesseractEnginePool(TesseractNatives.load(cache), traineddata);
  }

  /** Lends an engine of the language to {@code work} on the calling thread. */
  <T> T with(String language, Function<TesseractEngine, T> work) {
    TesseractEngine engine = borrow(language);
    try {
      return work.apply(engine);
    } finally {
      giveBack(language, engine);
    }
  }

  private TesseractEngine borrow(String language) {
    synchronized (idle) {
      if (closed) {
        throw new IllegalStateException("the engine pool is closed");
      }
      TesseractEngine engine = queue(language).poll();
      if (engine != null) {
        return engine;
      }
    }
    return new TesseractEngine(api, traineddata.folder(language), language);
  }

  private void giveBack(String language, TesseractEngine engine) {
    synchronized (idle) {
      if (!closed) {
        queue(language).push(engine);
        return;
      }
    }
    engine.close();
  }

  private Deque<TesseractEngine> queue(String language) {
    return idle.computeIfAbsent(language, unused -> new ArrayDeque<>());
  }

  /** Releases the idle engines; those still lent are released when they come back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.values().forEach(engines -> engines.forEach(TesseractEngine::close));
      idle.clear();
    }
  }
}
