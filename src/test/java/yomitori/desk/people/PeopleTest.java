package yomitori.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.SettableClock;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.AccountException.Fault;
import yomitori.desk.people.Accounts.Fresh;
import yomitori.desk.people.LogIn.Outcome;

class PeopleTest {

  private static final String PASSWORD = "kasa wo wasureru";
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.99";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Ledger ledger;
  private People people;
  private Operator manager;

  @BeforeEach
  void open() {
    ledger = Ledger.sqlite(folder.resolve("ledger.db"));
    people = People.of(ledger, clock, SessionLimits.USUAL);
    manager = people.accounts().addFirst("Hanako", "読取 花子", PASSWORD, "ja");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void theFirstAccountManagesAndThereIsOnlyOneFirst() {
    assertThat(manager.role()).isEqualTo(Role.MANAGER);
    assertThat(people.setUp().token()).isEmpty();
    assertFault(Fault.NOT_FIRST, () -> people.accounts().addFirst("taro", "太郎", PASSWORD, "ja"));
  }

  @Test
  void aSetUpTokenIsGoodForThisStartOnly(@TempDir Path other) {
    try (Ledger empty = Ledger.sqlite(other.resolve("ledger.db"))) {
      SetUp setUp = People.of(empty, clock, SessionLimits.USUAL).setUp();
      SetUp next = People.of(empty, clock, SessionLimits.USUAL).setUp();
      String token = setUp.token().orElseThrow();
      assertThat(setUp.allows(token)).isTrue();
      assertThat(setUp.allows("")).isFalse();
      assertThat(next.allows(token)).isFalse();
    }
  }

  @Test
  void theNameCountsHoweverItIsTyped() {
    assertThat(people.logIn().attempt(" ＨＡＮＡＫＯ ", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void thePasswordIsKeptAsAnArgonHashAndTheSessionAsADigest() {
    String session = session("hanako", PASSWORD);
    String kept =
        ledger.read(h -> h.createQuery("SELECT password FROM operator").mapTo(String.class).one());
    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    String digest =
        ledger.read(h -> h.createQuery("SELECT digest FROM session").mapTo(String.class).one());
    assertThat(digest).hasSize(64).isNotEqualTo(session);
    assertThat(people.sessions().visit(session)).contains(manager);
    assertThat(people.sessions().visit(digest)).isEmpty();
  }

  @Test
  void aHashOfOtherParametersIsMadeAnewAtTheNextLogIn() {
    String weak =
        com.password4j.Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    ledger.change(h -> Rows.set(h, manager.id(), "password", weak));
    session("hanako", PASSWORD);
    String kept = ledger.read(h -> Rows.passwordOf(h, manager.id()));
    assertThat(kept).contains("m=19456,t=2,p=1");
    assertThat(people.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void aSessionEndsWhenNobodyClicksAndAfterADayInAnyCase() {
    String idle = session("hanako", PASSWORD);
    clock.pass(Duration.ofMinutes(89));
    assertThat(people.sessions().visit(idle)).isPresent();
    clock.pass(Duration.ofMinutes(91));
    assertThat(people.sessions().visit(idle)).isEmpty();

    String busy = session("hanako", PASSWORD);
    for (int hour = 0; hour < 12; hour++) {
      clock.pass(Duration.ofHours(1));
      assertThat(people.sessions().visit(busy)).isPresent();
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(people.sessions().visit(busy)).isEmpty();
  }

  @Test
  void whoGuessesWaitsEverLongerButOthersDoNot() {
    for (int i = 0; i < 6; i++) {
      assertThat(people.logIn().attempt("hanako", "guess " + i, ELSEWHERE))
          .isInstanceOf(Outcome.Wrong.class);
    }
    assertThat(people.logIn().attempt("hanako", PASSWORD, ELSEWHERE))
        .isEqualTo(new Outcome.Wait(Duration.ofSeconds(1)));
    assertThat(people.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
    clock.pass(Duration.ofSeconds(1));
    assertThat(people.logIn().attempt("hanako", "guess", ELSEWHERE))
        .isInstanceOf(Outcome.Wrong.class);
    assertThat(people.logIn().attempt("hanako", "guess", ELSEWHERE))
        .isEqualTo(new Outcome.Wait(Duration.ofSeconds(2)));
  }

  @Test
  void whoLogsInAtTheSameMomentAsAnotherNeedNotWaitHoweverTheirTimesLie() {
    people.logIn().attempt("hanako", "guess", HERE);
    clock.pass(Duration.ofMillis(-5));
    assertThat(people.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void theCountOutlivesARestartAndALogInClearsIt() {
    for (int i = 0; i < 6; i++) {
      people.logIn().attempt("hanako", "guess", HERE);
    }
    People restarted = People.of(ledger, clock, SessionLimits.USUAL);
    assertThat(restarted.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Wait.class);
    clock.pass(Duration.ofSeconds(1));
    assertThat(restarted.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
    assertThat(restarted.logIn().attempt("hanako", "guess", HERE))
        .isInstanceOf(Outcome.Wrong.class);
  }

  @Test
  void nobodyLocksTheManagerOutForLongerThanAMinute() {
    for (int i = 0; i < 60; i++) {
      people.logIn().attempt("hanako", "guess", "198.51.100." + i);
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(people.logIn().attempt("hanako", PASSWORD, HERE))
        .isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void anAccountMadeByAManagerHasAPasswordToBeChanged() {
    Fresh fresh = people.accounts().add(manager.actor(), "taro", "太郎", Role.OPERATOR, "ja");
    assertThat(fresh.operator().mustChange()).isTrue();
    String session = session("taro", fresh.password());
    String other = session("taro", fresh.password());
    people.accounts().changePassword(fresh.operator(), session, fresh.password(), PASSWORD);
    assertThat(people.sessions().visit(session)).map(Operator::mustChange).contains(false);
    assertThat(people.sessions().visit(other)).isEmpty();
    assertThat(people.logIn().attempt("taro", PASSWORD, HERE)).isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    Fresh fresh = people.accounts().add(manager.actor(), "taro", "太郎", Role.OPERATOR, "ja");
    String session = session("taro", fresh.password());
    people.accounts().setActive(manager.actor(), fresh.operator().id(), false);
    assertThat(people.sessions().visit(session)).isEmpty();
    assertThat(people.logIn().attempt("taro", fresh.password(), HERE))
        .isInstanceOf(Outcome.Wrong.class);
  }

  @Test
  void theLastManagerStays() {
    assertFault(
        Fault.LAST_MANAGER,
        () -> people.accounts().changeRole(manager.actor(), manager.id(), Role.OPERATOR));
    assertFault(
        Fault.LAST_MANAGER,
        () -> people.accounts().setActive(manager.actor(), manager.id(), false));
    assertThat(people.accounts().all()).containsExactly(manager);
  }

  @Test
  void whatWillNotDoIsNamed() {
    Accounts accounts = people.accounts();
    assertFault(
        Fault.NAME_TAKEN, () -> accounts.add(manager.actor(), "HANAKO", "花子", Role.OPERATOR, "ja"));
    assertFault(
        Fault.NAME_MALFORMED,
        () -> accounts.add(manager.actor(), "a b", "花子", Role.OPERATOR, "ja"));
    assertFault(
        Fault.DISPLAY_NAME_MALFORMED,
        () -> accounts.add(manager.actor(), "taro", " ", Role.OPERATOR, "ja"));
    assertFault(
        Fault.PASSWORD_SHORT, () -> accounts.changePassword(manager, "", PASSWORD, "123456789"));
    assertFault(
        Fault.PASSWORD_PLAIN, () -> accounts.changePassword(manager, "", PASSWORD, "aaaaaaaaaa"));
    assertFault(
        Fault.PASSWORD_WRONG, () -> accounts.changePassword(manager, "", "other", "0123456789"));
  }

  @Test
  void whatIsDoneToAccountsIsInTheTrail() {
    Fresh fresh = people.accounts().add(manager.actor(), "taro", "太郎", Role.OPERATOR, "ja");
    people.accounts().changeRole(manager.actor(), fresh.operator().id(), Role.MANAGER);
    people.logIn().attempt("taro", "guess", HERE);
    List<Action> actions =
        new Audit(ledger, clock)
            .newest(AuditFilter.ALL, Optional.empty(), 10).stream()
                .map(row -> row.deed().action())
                .toList();
    assertThat(actions)
        .containsExactly(
            Action.LOGIN_FAILED, Action.ROLE_CHANGED, Action.ACCOUNT_ADDED, Action.ACCOUNT_ADDED);
  }

  private String session(String name, String password) {
    return ((Outcome.Welcome) people.logIn().attempt(name, password, HERE)).session();
  }

  private static void assertFault(Fault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AccountException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
