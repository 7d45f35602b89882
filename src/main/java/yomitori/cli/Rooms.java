package yomitori.cli;

import java.nio.file.Path;
import java.util.List;
import yomitori.record.Batch;
import yomitori.record.PageReader;
import yomitori.register.Blank;

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
     * Builds a reader for pages of these forms.
     *
     * @param text whether to read written lines too, not only marks and combs
     * @param workers how many pages are read at a time
     * @throws CommandFailure if a library or a language's data is missing
     */
    PageReader build(List<Blank> blanks, boolean text, int workers, Messages messages);
  }
}
