package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DiskWords;

/** What the system tells of changes in folders. Where it tells nothing one waits in vain. */
final class FolderEvents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

  private final Optional<WatchService> service;

  private FolderEvents(Optional<WatchService> service) {
    this.service = service;
  }

  /** The events of a file system, none where it has none to give. */
  static FolderEvents of(FileSystem system) {
    try {
      return new FolderEvents(Optional.of(system.newWatchService()));
    } catch (IOException e) {
      LOG.warn("no events of folders; the inbox is polled: {}", DiskWords.of(e));
      return new FolderEvents(Optional.empty());
    }
  }

  /** From now on changes in a folder are told, too. */
  void watch(Path folder) {
    if (service.isEmpty()) {
      return;
    }
    try {
      folder.register(
          service.get(),
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException e) {
      LOG.debug("no events of a folder; it is polled: {}", DiskWords.of(e));
    }
  }

  /** Waits for a change, and no longer than so long. */
  void await(Duration longest) throws InterruptedException {
    if (service.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(longest.toMillis());
      return;
    }
    WatchKey key = service.get().poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.get().poll();
    }
  }

  @Override
  public void close() throws IOException {
    if (service.isPresent()) {
      service.get().close();
    }
  }
}
