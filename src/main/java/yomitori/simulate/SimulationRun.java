package yomitori.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.simulate.line.Delivery;
import yomitori.simulate.line.EffectKind;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.tiff.FaxPdf;
import yomitori.simulate.tiff.FaxTiff;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/**
 * Writes simulated faxes into a folder with the truth beside them. The truth stays under {@code
 * .part} names until every fax is there, so that a run that was broken off is never taken for
 * whole.
 */
public final class SimulationRun {

  /** How many pages a contact sheet shows. */
  public static final int ON_SHEET = 24;

  /** Calls in work or waiting to be listed, for each core; bounds what is held in memory. */
  private static final int CALLS_PER_CORE = 4;

  /** What earlier runs, finished or not, leave in a folder. */
  private static final String OWN_FILES =
      "fax-\\d{5,}\\.(tif|pdf)|(truth|fields|marks|effects|geometry)\\.csv(\\.part)?";

  /** A table that nobody else writes: where it is missing, faxes and truth are somebody's own. */
  private static final String ONLY_OURS = "geometry.csv";

  private final Simulation simulation;
  private final Form form;
  private final Settings settings;
  private final CallPages pages;

  /**
   * What a run does.
   *
   * @param count how many answered forms
   * @param onePageFiles whether each form comes in a file of its own, without cover sheets
   * @param off effects that are switched off
   * @param folder made where it is missing
   * @param sheet where to put a contact sheet of the first {@value #ON_SHEET} pages, if anywhere
   */
  public record Settings(
      int count, boolean onePageFiles, Set<EffectKind> off, Path folder, Optional<Path> sheet) {

    public Settings {
      off = Set.copyOf(off);
    }
  }

  /** A page that has been written, without its pixels. */
  private record Written(LinePlan plan, Optional<PageTruth> truth, Optional<GrayImage> thumbnail) {}

  /** A file that has been written. */
  private record File(String name, int forms, List<Written> pages) {}

  private SimulationRun(Simulation simulation, Form form, Settings settings) {
    this.simulation = simulation;
    this.form = form;
    this.settings = settings;
    this.pages = new CallPages(simulation, settings.off());
  }

  /**
   * The first file in a folder that no run has written, if there is one: such a folder is not
   * written to.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static Optional<Path> foreignFile(Settings settings) throws IOException {
    Path folder = settings.folder();
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    boolean former =
        Files.exists(folder.resolve(ONLY_OURS))
            || Files.exists(folder.resolve(ONLY_OURS + ".part"));
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> !former || !isOwn(file))
          .filter(file -> settings.sheet().filter(sheet -> sameFile(sheet, file)).isEmpty())
          .sorted()
          .findFirst();
    }
  }

  private static boolean isOwn(Path file) {
    return file.getFileName().toString().matches(OWN_FILES) && Files.isRegularFile(file);
  }

  private static boolean sameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /**
   * Takes away what a former run left in the folder and writes the faxes, on all cores.
   *
   * @param done is told how many forms are written, as they are
   * @throws IOException if the folder cannot be written
   */
  public static void write(Simulation simulation, Form form, Settings settings, IntConsumer done)
      throws IOException {
    Files.createDirectories(settings.folder());
    try (Stream<Path> entries = Files.list(settings.folder())) {
      for (Path file : entries.filter(SimulationRun::isOwn).toList()) {
        Files.delete(file);
      }
    }
    new SimulationRun(simulation, form, settings).write(done);
  }

  private void write(IntConsumer done) throws IOException {
    List<Call> calls =
        settings.onePageFiles()
            ? Call.oneFormEach(settings.count())
            : simulation.calls(settings.count());
    List<GrayImage> thumbnails = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try (TruthFiles truth = new TruthFiles(form, settings.folder())) {
      Deque<Future<File>> inWork = new ArrayDeque<>();
      Iterator<Call> rest = calls.iterator();
      int forms = 0;
      while (rest.hasNext() || !inWork.isEmpty()) {
        while (rest.hasNext() && inWork.size() < cores * CALLS_PER_CORE) {
          Call call = rest.next();
          inWork.add(workers.submit(() -> send(call)));
        }
        File file = result(inWork.remove());
        list(file, truth, thumbnails);
        forms += file.forms();
        done.accept(forms);
      }
      truth.publish();
    } finally {
      workers.shutdownNow();
    }
    settings.sheet().ifPresent(png -> ContactSheet.write(thumbnails, png));
  }

  private static File result(Future<File> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void list(File file, TruthFiles truth, List<GrayImage> thumbnails)
      throws IOException {
    for (int i = 0; i < file.pages().size(); i++) {
      Written written = file.pages().get(i);
      if (written.truth().isPresent()) {
        truth.add(file.name(), i + 1, written.truth().get());
      } else {
        truth.addEffects(file.name(), i + 1, written.plan());
      }
      if (thumbnails.size() < ON_SHEET) {
        written.thumbnail().ifPresent(thumbnails::add);
      }
    }
  }

  /** Draws a call's pages, writes its file, and lets go of the pixels. */
  private File send(Call call) throws IOException {
    List<SentPage> sent = pages.of(call);
    boolean pdf = sent.get(0).plan().part(Delivery.class).pdf();
    String name = String.format("fax-%05d.%s", call.number(), pdf ? "pdf" : "tif");
    List<TiffPage> tiff = sent.stream().map(SentPage::page).toList();
    Files.write(settings.folder().resolve(name), pdf ? FaxPdf.write(tiff) : FaxTiff.write(tiff));
    boolean shown = settings.sheet().isPresent() && call.number() <= ON_SHEET;
    List<Written> written =
        sent.stream()
            .map(
                page ->
                    new Written(
                        page.plan(),
                        page.truth(),
                        shown
                            ? Optional.of(ContactSheet.thumbnail(page.page()))
                            : Optional.empty()))
            .toList();
    return new File(name, call.forms(), written);
  }
}
