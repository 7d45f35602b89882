package yomitori.cli;

import java.nio.file.Path;
import java.util.List;
import yomitori.record.Batch;
import yomitori.record.PageReader;
import yomitori.register.Blank;
import yomitori.resolve.Resolver;

/**
 * The entrances of the rooms that the commands need.
 *
 * @param opener takes files in
 * @param forms loads every form of a folder, ordered by id
 * @param readers builds the reader of pages
 */
record Rooms(Batch.Opener opener, Forms forms, Readers readers) {

  /** Loads forms. */
  @FunctionalInterface
  interface Forms {
    /**
     * Loads every form of a folder, ordered by id.
     *
     * @throws CommandFailure if the folder holds no form or a wrong one
     */
    List<Blank> load(Path folder, Messages messages);
  }

  /** Builds readers. */
  @FunctionalInterface
  interface Readers {
    /**
     * Builds a reader for pages of these forms; whoever asked for it closes it.
     *
     * @param text whether to read written lines too, not only marks and combs
     * @param resolver decides what fields hold
     * @throws CommandFailure if a library or a language's data is missing
     */
    OpenReader build(List<Blank> blanks, boolean text, Resolver resolver, Messages messages);
  }

  /**
   * A reader and what it holds outside Java's memory until it is closed.
   *
   * @param pages reads pages
   * @param release frees what it holds
   */
  record OpenReader(PageReader pages, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }
}
