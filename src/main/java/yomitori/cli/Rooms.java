package yomitori.cli;

import java.nio.file.Path;
import java.util.List;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.intake.Page;
import yomitori.record.Batch;
import yomitori.record.PageReader;
import yomitori.register.Blank;
import yomitori.register.RegisteredPage;

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
    OpenReader build(
        List<Blank> blanks, boolean text, PageReader.ResolveStage resolver, Messages messages);
  }

  /** Lays pages by what a person has shown. */
  @FunctionalInterface
  interface Layer {

    /**
     * Lays a page over a form by four points; see {@link yomitori.register.Registrar#lay}.
     *
     * @throws IllegalArgumentException if no sheet can be read that lies so
     */
    RegisteredPage lay(Page page, String form, List<PointMm> onForm, List<PointPx> onPage);
  }

  /**
   * A reader and what it holds outside Java's memory until it is closed.
   *
   * @param pages reads pages
   * @param layer lays a page where somebody says it lies
   * @param release frees what it holds
   */
  record OpenReader(PageReader pages, Layer layer, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }
}
