package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.Resolution;
import yomitori.intake.FailureReason;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.PageReader;
import yomitori.record.SampleForm;
import yomitori.register.Blank;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.register.Registration;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;

/**
 * Rooms that read files of words instead of pictures: each line of a file is a page and says what
 * becomes of it; any other word is the institution's name on an accepted page.
 */
final class PaperRooms {

  static final String COVER = "cover";
  static final String UNREADABLE = "unreadable";
  static final String DOUBT = "doubt";
  static final String BROKEN = "broken";
  static final String FAULT = "fault";
  static final String ENDLESS = "endless";
  static final String HUGE = "huge";
  static final String SHORT_OF_MEMORY_ONCE = "short of memory once";
  static final String NO_LIBRARY = "no library";

  private static final Resolution FINE = new Resolution(204, 98);

  private static final AtomicInteger OPEN_READERS = new AtomicInteger();

  private PaperRooms() {}

  static Rooms rooms() {
    Blank blank = new Blank(SampleForm.form(), GrayImage.white(210, 148), 2);
    return new Rooms(
        Document::open,
        (folder, messages) -> List.of(blank),
        (blanks, text, resolver, messages) -> {
          OPEN_READERS.incrementAndGet();
          return new Rooms.OpenReader(
              reader(blank),
              (page, form, onForm, onPage) -> {
                throw new IllegalArgumentException("paper is laid by nobody");
              },
              OPEN_READERS::decrementAndGet);
        });
  }

  /** Readers that nobody has closed yet. */
  static int openReaders() {
    return OPEN_READERS.get();
  }

  private static PageReader reader(Blank blank) {
    AtomicInteger shortages = new AtomicInteger();
    return new PageReader(
        page -> register(page, blank, shortages),
        page -> List.of(),
        page -> List.of(name(word(page.page()))),
        (form, evidence) -> {
          String word = evidence.texts().get(0).candidates().get(0).text();
          var values = SampleForm.values(word);
          if (word.equals(DOUBT)) {
            values.set(2, SampleForm.doubtful("q1.installed", "?", Reason.FAINT_MARK));
          }
          return values;
        });
  }

  private static TextReading name(String word) {
    return new TextReading("institution_name", 0, List.of(new TextReading.Candidate(word, 1)), 0);
  }

  private static Registration register(Page page, Blank blank, AtomicInteger shortages) {
    Fit fit = new Fit(0.97, 40, 0.2);
    switch (word(page)) {
      case COVER -> {
        return new Registration.NotRegistered(Optional.empty(), fit);
      }
      case UNREADABLE -> {
        return new Registration.NotRegistered(Optional.of(blank.form()), fit);
      }
      case FAULT -> throw new IllegalStateException("a fault of the program");
      case ENDLESS -> {
        return register(page, blank, shortages);
      }
      case HUGE -> throw new OutOfMemoryError("Java heap space");
      case SHORT_OF_MEMORY_ONCE -> {
        if (shortages.getAndIncrement() == 0) {
          throw new OutOfMemoryError("Java heap space");
        }
      }
      case NO_LIBRARY -> throw new UnsatisfiedLinkError("libopencv");
      default -> {}
    }
    PageTransform transform = PageTransform.of(Affine.scale(FINE.pxPerMmX(), FINE.pxPerMmY()));
    return new Registration.Registered(new RegisteredPage(page, blank, transform, fit));
  }

  /** The word on a page: hidden where the real page has the digest of its bytes. */
  private static String word(Page page) {
    return new String(
        HexFormat.of().parseHex(page.sha256()), java.nio.charset.StandardCharsets.UTF_8);
  }

  private record Document(String source, List<String> words) implements FaxDocument {

    static FaxDocument open(Path file, String source) {
      try {
        return new Document(source, Files.readAllLines(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int pageCount() {
      return words.size();
    }

    @Override
    public IntakeOutcome page(int number) {
      String word = words.get(number - 1);
      if (word.equals(BROKEN)) {
        return new IntakeOutcome.Failed(source, number, FailureReason.NO_ROWS, "line 3");
      }
      GrayImage image = GrayImage.white(843, 285);
      String digest =
          HexFormat.of().formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return new IntakeOutcome.Decoded(
          new Page(source, number, digest, image, FINE, Page.RowDamage.none(285)));
    }

    @Override
    public void close() {}
  }
}
