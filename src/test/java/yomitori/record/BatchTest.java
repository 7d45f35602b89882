package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.intake.Page.RowDamage;
import yomitori.register.Fit;
import yomitori.register.Registration;

class BatchTest {

  private static final int PAGES = 50;
  private static final String UNCOUNTABLE = "uncountable.tif";

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger decoding = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void anEarlyEndNamesEveryPageAndFileThatWasNotRead() {
    List<PageOutcome<Integer>> outcomes = new ArrayList<>();
    batch(2)
        .run(
            List.of(input("a.tif"), input("b.tif"), input("c.tif")),
            outcome -> {
              outcomes.add(outcome);
              stop.set(true);
            });

    assertThat(outcomes.get(0)).isInstanceOf(PageOutcome.Read.class);
    assertThat(outcomes.subList(PAGES - 1, outcomes.size()))
        .containsExactly(
            new PageOutcome.Stopped<>("a.tif", PAGES),
            new PageOutcome.Stopped<>("b.tif", 0),
            new PageOutcome.Stopped<>("c.tif", 0));
    assertThat(open).hasValue(0);
  }

  @Test
  void pagesOfOneFileComeInOrderAndItIsClosedOnce() {
    List<Integer> pages = new ArrayList<>();
    batch(4)
        .run(
            List.of(input("a.tif")),
            outcome -> pages.add(((PageOutcome.Read<Integer>) outcome).extra()));

    assertThat(pages).hasSize(PAGES).isSorted();
    assertThat(open).hasValue(0);
  }

  @Test
  void aFileThatCannotSayHowManyPagesItHasIsClosedToo() {
    List<PageOutcome<Integer>> outcomes = new ArrayList<>();
    batch(1).run(List.of(input(UNCOUNTABLE)), outcomes::add);

    assertThat(outcomes).singleElement().isInstanceOf(PageOutcome.Fault.class);
    assertThat(open).hasValue(0);
  }

  private Batch<Integer> batch(int workers) {
    PageReader reader =
        new PageReader(
            page -> new Registration.NotRegistered(Optional.empty(), new Fit(0, 0, 0)),
            page -> List.of(),
            page -> List.of(),
            (form, evidence) -> List.of());
    return new Batch<>(
        (file, source) -> new Document(source),
        reader,
        reading -> reading.page().number(),
        StageClock.NONE,
        workers,
        stop::get);
  }

  private static Batch.Input input(String name) {
    return new Batch.Input(Path.of(name), name);
  }

  /** Fails where two threads decode it at a time, or where it is used after its end. */
  private final class Document implements FaxDocument {

    private final String source;

    Document(String source) {
      this.source = source;
      open.incrementAndGet();
    }

    @Override
    public int pageCount() {
      if (source.equals(UNCOUNTABLE)) {
        throw new IllegalStateException("no count");
      }
      return PAGES;
    }

    @Override
    public IntakeOutcome page(int number) {
      if (open.get() < 1 || decoding.incrementAndGet() > 1) {
        throw new IllegalStateException("closed, or two threads at a time");
      }
      GrayImage image = GrayImage.white(100, 100);
      decoding.decrementAndGet();
      return new IntakeOutcome.Decoded(
          new Page(
              source,
              number,
              "ab".repeat(32),
              image,
              new Resolution(204, 196),
              RowDamage.none(100)));
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
