package yomitori.text;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import yomitori.natives.NativeCache;

/** Puts what the engine needs from the class path into the cache. */
final class Extraction {

  private Extraction() {}

  /**
   * @return the target, or empty where the class path has no such resource
   * @throws MissingEngineException if the cache cannot be written
   */
  static Optional<Path> of(NativeCache cache, String resource, Path target) {
    try {
      return cache.extract(Extraction.class.getClassLoader(), resource, target);
    } catch (UncheckedIOException e) {
      throw new MissingEngineException(
          e, "cache.unwritable", cache.root().toString(), String.valueOf(e.getCause()));
    }
  }
}
