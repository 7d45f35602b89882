package yomitori.desk.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresqlLedgerTest extends LedgerContract {

  private final String database = Postgres.newDatabase();

  @Override
  Ledger open() {
    return Postgres.ledger(database);
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Postgres.ledger(database + "0"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(database + "0");
  }
}
