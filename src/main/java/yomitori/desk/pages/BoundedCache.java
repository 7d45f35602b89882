package yomitori.desk.pages;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Keeps what was used last within a number of bytes. May be used from any thread. */
final class BoundedCache<K, V> {

  private final long mostBytes;
  private final ToLongFunction<V> size;
  private final Map<K, V> byUse = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  BoundedCache(long mostBytes, ToLongFunction<V> size) {
    this.mostBytes = mostBytes;
    this.size = size;
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(byUse.get(key));
  }

  /** Keeps a value; one that is larger than all there is room for is not kept. */
  synchronized void put(K key, V value) {
    V old = byUse.remove(key);
    bytes -= old == null ? 0 : size.applyAsLong(old);
    if (size.applyAsLong(value) > mostBytes) {
      return;
    }
    byUse.put(key, value);
    bytes += size.applyAsLong(value);
    Iterator<V> oldest = byUse.values().iterator();
    while (bytes > mostBytes) {
      bytes -= size.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  synchronized void removeIf(Predicate<K> unwanted) {
    byUse
        .entrySet()
        .removeIf(
            entry -> {
              boolean goes = unwanted.test(entry.getKey());
              bytes -= goes ? size.applyAsLong(entry.getValue()) : 0;
              return goes;
            });
  }
}
