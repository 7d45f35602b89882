package yomitori.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import yomitori.form.Form;
import yomitori.intake.FailureMessages;
import yomitori.intake.FailureReason;
import yomitori.intake.IntakeOutcome;
import yomitori.record.Batch;
import yomitori.record.CsvEncoding;
import yomitori.record.Failure;
import yomitori.record.Overlay;
import yomitori.record.PageOutcome;
import yomitori.record.PageReader;
import yomitori.record.PageReading;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordCsvWriter;
import yomitori.record.RecordFiles;
import yomitori.record.StageClock;
import yomitori.register.Blank;
import yomitori.review.ReviewPage;

/** Reads inputs into a folder: the three files, and where asked for the pictures. */
final class ReadRun {

  /** The folder of the pictures, in the folder that is written to. */
  static final String OVERLAY_FOLDER = "overlay";

  /** File systems take 255 bytes, encrypting ones fewer than 150 letters: 200 leaves room. */
  private static final int MOST_NAME_BYTES = 199;

  private static final String PART_PREFIX = ".";
  private static final String PART_SUFFIX = ".part";
  private static final int ID_IN_PICTURE_NAME = 8;

  private final Session session;
  private final Settings settings;
  private final List<Form> forms;
  private final PageReader reader;
  private final FaultLog log;
  private final Progress progress;
  private final AtomicReference<IOException> unwritableOverlay = new AtomicReference<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<ReviewPage.Entry> entries = new ArrayList<>();
  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

  /**
   * What a run does.
   *
   * @param out the folder that is written to
   * @param encoding of the CSV files
   * @param workers pages read at a time
   * @param overlay whether to draw a picture of each page, and the page that shows them
   */
  record Settings(Path out, CsvEncoding encoding, int workers, boolean overlay) {}

  /**
   * How a run ended.
   *
   * @param counts pages by status
   * @param failures inputs and pages that could not be read
   */
  record Summary(Map<Status, Integer> counts, List<Failure> failures) {

    int pages() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int exitCode() {
      return failures.isEmpty() ? ExitCode.ALL_READ : ExitCode.SOME_NOT_READ;
    }
  }

  private ReadRun(
      Session session, Settings settings, List<Form> forms, PageReader reader, int files) {
    this.session = session;
    this.settings = settings;
    this.forms = forms;
    this.reader = reader;
    this.log = new FaultLog(settings.out());
    this.progress = new Progress(session, files);
  }

  /**
   * Reads everything and writes the files.
   *
   * @param eachRecord is given every record, in order
   * @throws CommandFailure if the folder cannot be written, or the run was asked to end early
   */
  static Summary run(
      Session session,
      Settings settings,
      List<Blank> blanks,
      PageReader reader,
      Inputs inputs,
      Consumer<PageRecord> eachRecord) {
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    return new ReadRun(session, settings, forms, reader, inputs.files().size())
        .run(inputs, eachRecord);
  }

  private Summary run(Inputs inputs, Consumer<PageRecord> eachRecord) {
    try (Interruption interruption = Interruption.watch();
        RecordFiles files =
            new RecordFiles(settings.out(), forms, settings.encoding(), this::warnUnwritable)) {
      if (settings.overlay()) {
        Files.createDirectories(settings.out().resolve(OVERLAY_FOLDER));
      }
      for (String source : inputs.unreachable()) {
        fail(files, new IntakeOutcome.Failed(source, 0, FailureReason.NOT_READABLE, ""));
      }
      Batch<Optional<ReviewPage.Picture>> batch =
          new Batch<>(
              session.rooms().opener(),
              reader,
              this::draw,
              StageClock.NONE,
              settings.workers(),
              interruption::asked);
      batch.run(inputs.files(), outcome -> take(outcome, files, eachRecord));
      progress.clear();
      files.publish();
      if (unwritableOverlay.get() != null) {
        session.warn(
            "overlay.unwritable", DiskFault.said(unwritableOverlay.get(), session.messages()));
      }
      if (settings.overlay()) {
        ReviewPage.write(settings.out(), session.messages().locale(), forms, entries, failures);
      }
      if (interruption.asked()) {
        throw endedEarly();
      }
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    }
    return new Summary(counts, failures);
  }

  private CommandFailure endedEarly() {
    int pages = counts.values().stream().mapToInt(Integer::intValue).sum();
    return CommandFailure.endedEarly(
        session.messages().text("read.ended", pages, failures.size(), settings.out()));
  }

  private CommandFailure unwritable(IOException e) {
    progress.clear();
    return CommandFailure.unwritable(session, settings.out(), e);
  }

  private void take(
      PageOutcome<Optional<ReviewPage.Picture>> outcome,
      RecordFiles files,
      Consumer<PageRecord> eachRecord) {
    try {
      if (outcome instanceof PageOutcome.Read<Optional<ReviewPage.Picture>> read) {
        PageRecord record = read.record();
        files.write(record);
        counts.merge(record.status(), 1, Integer::sum);
        read.extra().ifPresent(p -> entries.add(new ReviewPage.Entry(record, p)));
        eachRecord.accept(record);
        progress.done(record.source());
      } else if (outcome instanceof PageOutcome.NotRead<?> notRead) {
        fail(files, notRead.failed());
      } else if (outcome instanceof PageOutcome.Fault<?> fault) {
        fail(files, fault.source(), fault.page(), faultText(fault));
      } else if (outcome instanceof PageOutcome.Stopped<?> stopped) {
        fail(files, stopped.source(), stopped.page(), session.messages().text("failed.stopped"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fail(RecordFiles files, IntakeOutcome.Failed failed) throws IOException {
    String reason = FailureMessages.of(failed, session.messages().locale());
    fail(files, failed.source(), failed.page(), reason);
  }

  private void fail(RecordFiles files, String source, int page, String reason) throws IOException {
    Failure failure = new Failure(source, page, reason);
    files.write(failure);
    failures.add(failure);
    progress.clear();
    if (page == 0) {
      session.warn("failed.file", source, reason);
    } else {
      session.warn("failed.page", source, page, reason);
    }
    progress.done(source);
  }

  private String faultText(PageOutcome.Fault<?> fault) {
    log.write(fault.source() + " page " + fault.page(), fault.cause());
    String key = fault.cause() instanceof OutOfMemoryError ? "failed.memory" : "failed.fault";
    return session.messages().text(key, fault.cause().getClass().getSimpleName(), FaultLog.NAME);
  }

  private void warnUnwritable(RecordCsvWriter.Unwritable value) {
    progress.clear();
    session.warn("encoding.lost", value.recordId(), value.column());
  }

  private Optional<ReviewPage.Picture> draw(PageReading reading) {
    if (!settings.overlay()) {
      return Optional.empty();
    }
    Overlay.Picture picture = Overlay.draw(reading, session.messages().locale());
    String name = OVERLAY_FOLDER + "/" + pictureName(reading.record());
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture.image(), "png", png);
      Path target = settings.out().resolve(name);
      Path part = target.resolveSibling(PART_PREFIX + target.getFileName() + PART_SUFFIX);
      Files.write(part, png.toByteArray());
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      unwritableOverlay.compareAndSet(null, e);
      return Optional.empty(); // the page itself is read, and its record is what counts
    }
    return Optional.of(
        new ReviewPage.Picture(
            name, picture.image().getWidth(), picture.image().getHeight(), picture.fromPage()));
  }

  /** The page's source as far as its end fits into a file's name, its number and its id. */
  private static String pictureName(PageRecord record) {
    String source = record.source().replaceAll("[^\\p{L}\\p{N}._-]", "_");
    String id = record.recordId().substring(0, ID_IN_PICTURE_NAME);
    String end = "-p" + record.page() + "-" + id + ".png";
    int start = 0;
    while (bytes(PART_PREFIX + source.substring(start) + end + PART_SUFFIX) > MOST_NAME_BYTES) {
      start = source.offsetByCodePoints(start, 1);
    }
    return source.substring(start) + end;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
