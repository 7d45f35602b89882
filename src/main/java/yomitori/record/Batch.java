package yomitori.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import yomitori.intake.FailureReason;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;

/**
 * Reads many files on several threads. Pages are the unit of work, so one large file is spread over
 * the threads too; a file decodes one page at a time. Outcomes come in the order of the input,
 * whatever the number of threads, and every input has at least one. No more pages than threads are
 * in memory at once.
 *
 * <p>A page on which the program itself fails ends as a {@link PageOutcome.Fault}. A page for which
 * the memory does not suffice is tried once more with no other page beside it.
 *
 * @param <T> what is made of each reading besides its record
 */
public final class Batch<T> {

  /** Outcomes waiting their turn, for each thread; they hold no pictures. */
  private static final int WAITING_PER_WORKER = 4;

  private final Opener opener;
  private final PageReader reader;
  private final Function<PageReading, T> finish;
  private final StageClock clock;
  private final int workers;
  private final BooleanSupplier stopped;
  private final MemoryGate memory = new MemoryGate();

  /**
   * A file to read.
   *
   * @param file where it is
   * @param source its name in the records
   */
  public record Input(Path file, String source) {}

  /** Opens a file of pages; what cannot be opened is a document of one failed page. */
  @FunctionalInterface
  public interface Opener {
    FaxDocument open(Path file, String source);
  }

  /**
   * @param opener opens the files
   * @param reader reads their pages
   * @param finish makes more of a reading while its page is at hand; called on many threads
   * @param clock watches the stages; called on many threads
   * @param workers threads, at least 1
   * @param stopped whether to end early; what was not read then is {@link PageOutcome.Stopped}
   */
  public Batch(
      Opener opener,
      PageReader reader,
      Function<PageReading, T> finish,
      StageClock clock,
      int workers,
      BooleanSupplier stopped) {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker: " + workers);
    }
    this.opener = opener;
    this.reader = reader;
    this.finish = finish;
    this.clock = clock;
    this.workers = workers;
    this.stopped = stopped;
  }

  /**
   * Reads the inputs and hands over the outcomes, in order, on the calling thread.
   *
   * @throws LinkageError if a library that reading needs is missing
   */
  public void run(List<Input> inputs, Consumer<PageOutcome<T>> sink) {
    ExecutorService threads = Executors.newFixedThreadPool(workers, Batch::daemon);
    Queue<CompletableFuture<PageOutcome<T>>> waiting = new ArrayDeque<>();
    try {
      for (Input input : inputs) {
        if (stopped.getAsBoolean()) {
          waiting.add(
              CompletableFuture.completedFuture(new PageOutcome.Stopped<>(input.source(), 0)));
        } else {
          submitPages(input, threads, waiting, sink);
        }
      }
      while (!waiting.isEmpty()) {
        sink.accept(next(waiting));
      }
    } finally {
      threads.shutdown();
    }
  }

  private void submitPages(
      Input input,
      ExecutorService threads,
      Queue<CompletableFuture<PageOutcome<T>>> waiting,
      Consumer<PageOutcome<T>> sink) {
    OpenFile file;
    try {
      file = OpenFile.open(opener, input);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      waiting.add(CompletableFuture.completedFuture(new PageOutcome.Fault<>(input.source(), 0, e)));
      return;
    }
    if (file.pages() == 0) {
      file.close();
      waiting.add(
          CompletableFuture.completedFuture(
              new PageOutcome.NotRead<>(
                  new IntakeOutcome.Failed(input.source(), 0, FailureReason.CORRUPT, ""))));
    }
    for (int number = 1; number <= file.pages(); number++) {
      while (waiting.size() >= workers * WAITING_PER_WORKER) {
        sink.accept(next(waiting));
      }
      int page = number;
      Supplier<PageOutcome<T>> work =
          () -> {
            try {
              return stopped.getAsBoolean()
                  ? new PageOutcome.Stopped<>(input.source(), page)
                  : attempt(file, page);
            } finally {
              file.pageDone();
            }
          };
      waiting.add(CompletableFuture.supplyAsync(work, threads));
    }
  }

  private PageOutcome<T> attempt(OpenFile file, int page) {
    try {
      return memory.run(() -> read(file, page));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return new PageOutcome.Fault<>(file.source(), page, e);
    }
  }

  private PageOutcome<T> read(OpenFile file, int page) {
    IntakeOutcome taken = clock.during(Stage.INTAKE, () -> file.page(page));
    if (taken instanceof IntakeOutcome.Failed failed) {
      return new PageOutcome.NotRead<>(failed);
    }
    Page decoded = ((IntakeOutcome.Decoded) taken).page();
    PageReading reading = reader.read(decoded, file.receivedAt(), clock);
    return new PageOutcome.Read<>(reading.record(), finish.apply(reading));
  }

  private static <T> PageOutcome<T> next(Queue<CompletableFuture<PageOutcome<T>>> waiting) {
    try {
      return waiting.remove().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "page-reader");
    thread.setDaemon(true);
    return thread;
  }

  /** An opened file that closes itself when its last page is done. */
  private static final class OpenFile {

    private final FaxDocument document;
    private final String source;
    private final Instant receivedAt;
    private final int pages;
    private final AtomicInteger open;

    private OpenFile(FaxDocument document, String source, Instant receivedAt) {
      this.document = document;
      this.source = source;
      this.receivedAt = receivedAt;
      this.pages = document.pageCount();
      this.open = new AtomicInteger(pages);
    }

    static OpenFile open(Opener opener, Input input) {
      FaxDocument document = opener.open(input.file(), input.source());
      try {
        return new OpenFile(document, input.source(), lastWritten(input.file()));
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        document.close();
        throw e;
      }
    }

    private static Instant lastWritten(Path file) {
      try {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
      } catch (IOException e) {
        return Instant.EPOCH; // gone since it was opened: its pages fail for the same cause
      }
    }

    String source() {
      return source;
    }

    Instant receivedAt() {
      return receivedAt;
    }

    int pages() {
      return pages;
    }

    IntakeOutcome page(int number) {
      synchronized (document) {
        return document.page(number);
      }
    }

    void pageDone() {
      if (open.decrementAndGet() == 0) {
        close();
      }
    }

    void close() {
      synchronized (document) {
        document.close();
      }
    }
  }
}
