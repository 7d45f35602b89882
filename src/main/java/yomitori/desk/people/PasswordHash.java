package yomitori.desk.people;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/** Argon2id in its text form ({@code $argon2id$v=19$m=...}). May be used from any thread. */
final class PasswordHash {

  /** The OWASP cheat sheet on storing passwords (2025): 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19 * 1024;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** More at once would only take each other's memory and time: a flood of log-ins waits. */
  private static final int AT_ONCE = 2;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Compared with where no account of the name exists, so that its absence takes as long. */
  private final String nobody = of("nobody has this password");

  /** The hash of a password with a salt of its own. */
  String of(String password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
    } finally {
      turns.release();
    }
  }

  /** Whether the password is the one that was hashed, with whatever parameters that was. */
  boolean matches(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException e) {
      throw new IllegalStateException("a password in the ledger is no Argon2 hash", e);
    } finally {
      turns.release();
    }
  }

  /** Takes as long as {@link #matches}, for a name without an account. */
  void matchesNobody(String password) {
    matches(password, nobody);
  }

  /** Whether a hash was made with other parameters than those of today. */
  static boolean isDated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(FUNCTION);
  }
}
