package yomitori.desk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;

/** Workers of one desk that take and read at the same moment. */
@OnEveryDatabase
class ManyWorkersTest {

  private static final int WORKERS = 4;
  private static final int ROUNDS = 25;

  @Parameter private Database database;
  @TempDir Path folder;

  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final CyclicBarrier together = new CyclicBarrier(WORKERS);
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    workers.shutdownNow();
    ledger.close();
  }

  @Test
  void eachIsGivenAFaxWhileThereAreEnough() throws Exception {
    WaitingFaxes faxes = new WaitingFaxes(ledger, "desk");
    Set<Long> claimed = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < WORKERS; i++) {
        waiting(round + "-" + i);
      }
      for (Optional<WaitingFaxes.Claim> claim : allAtOnce(worker -> faxes.claim(Instant.EPOCH))) {
        assertThat(claim).isPresent();
        claimed.add(claim.get().id());
      }
    }
    assertThat(claimed).hasSize(WORKERS * ROUNDS);
  }

  @Test
  void ofPagesOfOneRecordThatAreReadAtOnceOneCounts() throws Exception {
    PageLedger pages = new PageLedger(ledger, List.of(SampleForm.form()));
    for (int round = 0; round < ROUNDS; round++) {
      String record = "record " + round;
      List<Long> faxes = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        faxes.add(waiting(round + "-" + i));
      }
      allAtOnce(worker -> pages.add(faxes.get(worker), record(record), Instant.EPOCH));
    }
    assertThat(number("SELECT COUNT(*) FROM page")).isEqualTo(WORKERS * ROUNDS);
    assertThat(number("SELECT COUNT(*) FROM page WHERE same_as IS NULL")).isEqualTo(ROUNDS);
  }

  /** Work of one of the workers, from 0. */
  private interface Work<T> {
    T of(int worker);
  }

  private <T> List<T> allAtOnce(Work<T> work) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int worker = i;
      calls.add(
          () -> {
            together.await();
            return work.of(worker);
          });
    }
    List<T> done = new ArrayList<>();
    for (Future<T> each : workers.invokeAll(calls)) {
      done.add(each.get());
    }
    return done;
  }

  private long waiting(String sha256) {
    return ledger.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                        + " archived, state) VALUES (:sha256, 'a', 'a', '', 1, 0, 0, 'a',"
                        + " 'waiting')")
                .bind("sha256", sha256)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
  }

  private static PageRecord record(String id) {
    return new PageRecord(
        id, "sample", "1", "a", 1, Instant.EPOCH, Status.ACCEPTED, SampleForm.values("山田医院"));
  }

  private long number(String sql) {
    return ledger.read(handle -> handle.createQuery(sql).mapTo(long.class).one());
  }
}
