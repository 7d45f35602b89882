package yomitori.desk.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import yomitori.desk.DurableMove;

/**
 * Which data folder a database server's ledger belongs to. Two desks with folders of their own on
 * one ledger would look for each other's faxes and take them for lost, so the second is refused. A
 * folder keeps its identity in a file, and with it the ledger, when it is moved.
 */
public final class LedgerOwner {

  private LedgerOwner() {}

  /**
   * Makes sure that the ledger is the folder's; a ledger of none becomes it.
   *
   * @param identity the file with the folder's identity; made where it does not exist
   * @param anew whether a ledger of another folder becomes this one's, on purpose
   * @throws LedgerException if it is another folder's
   * @throws IOException if the file cannot be read or written
   */
  public static void claim(Ledger ledger, Path identity, boolean anew, Instant now)
      throws IOException {
    String own = identity(identity);
    boolean isOwn =
        ledger.write(
            handle -> {
              List<String> owners =
                  handle.createQuery("SELECT id FROM data_folder").mapTo(String.class).list();
              if (owners.contains(own)) {
                return true;
              } else if (!owners.isEmpty() && !anew) {
                return false;
              }
              handle.execute("DELETE FROM data_folder");
              handle.execute(
                  "INSERT INTO data_folder (id, bound_at) VALUES (?, ?)", own, now.toEpochMilli());
              return true;
            });
    if (!isOwn) {
      throw new LedgerException(ledger.name(), LedgerException.Fault.FOREIGN);
    }
  }

  private static String identity(Path file) throws IOException {
    String known = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
    if (!known.isEmpty()) {
      return known;
    }
    String made = UUID.randomUUID().toString(); // also where a power cut left a file of no bytes
    DurableMove.write(file, made.getBytes(StandardCharsets.UTF_8));
    return made;
  }
}
