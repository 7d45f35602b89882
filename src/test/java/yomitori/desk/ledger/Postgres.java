package yomitori.desk.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests' own, on loopback, with its data in a temporary folder; of
 * Debian's package {@code postgresql}. Ends with the process.
 */
public final class Postgres {

  /** Who may do everything there. */
  public static final String USER = "yomitori";

  /** The server refuses to run as root; the package makes this user for it. */
  private static final String SERVERS_USER = "postgres";

  private static final long PATIENCE_MS = 60_000;

  /** A database with all tables, of which copies are quicker made than tables. */
  private static final String EMPTY_LEDGER = "empty_ledger";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static Postgres shared;
  private static boolean isTemplateMade;

  private final Path binaries;
  private final Path folder;
  private final int port;

  private Postgres(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** The URL of a new, empty database, whose user is {@code yomitori} with any password. */
  public static synchronized String newDatabase() {
    return create("t" + DATABASES.incrementAndGet(), "template1");
  }

  /** A ledger in a new database. */
  public static synchronized Ledger newLedger() {
    if (!isTemplateMade) {
      ledger(create(EMPTY_LEDGER, "template1")).close();
      isTemplateMade = true;
    }
    return ledger(create("t" + DATABASES.incrementAndGet(), EMPTY_LEDGER));
  }

  private static String create(String name, String template) {
    try {
      if (shared == null) {
        shared = start();
      }
      try (Connection connection = shared.connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
      }
      return shared.url(name);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("no PostgreSQL server could be started", e);
    }
  }

  /** The ledger of a database that {@link #newDatabase} gave. */
  public static Ledger ledger(String url) {
    return Ledger.postgresql(url, USER, "");
  }

  private static Postgres start() throws IOException, SQLException {
    Path binaries = binaries();
    Path folder = Files.createTempDirectory("yomitori-postgres");
    Path data = Files.createDirectory(folder.resolve("data"));
    if (isRoot()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      var owner =
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(SERVERS_USER);
      Files.setOwner(data, owner);
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Postgres server = new Postgres(binaries, folder, port);
    server.run("initdb", "-D", "data", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale");
    server.launch();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.awaitConnections();
    return server;
  }

  private static Path binaries() throws IOException {
    Path home = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(home)) {
      try (Stream<Path> versions = Files.list(home)) {
        var newest =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .max(Comparator.comparing(Path::toString));
        if (newest.isPresent()) {
          return newest.get();
        }
      }
    }
    throw new IOException("no PostgreSQL server in " + home + "; install the package postgresql");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private ProcessBuilder command(String program, String... arguments) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("setpriv", "--reuid=" + SERVERS_USER, "--regid=" + SERVERS_USER));
      words.add("--clear-groups");
    }
    words.add(binaries.resolve(program).toString());
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private void run(String program, String... arguments) throws IOException {
    try {
      if (command(program, arguments).start().waitFor() != 0) {
        throw new IOException(program + ": " + Files.readString(folder.resolve("log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void launch() throws IOException {
    command(
            "postgres",
            "-D",
            "data",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-c",
            "unix_socket_directories=",
            // What a test writes need not outlast a power cut.
            "-c",
            "fsync=off")
        .start();
  }

  private void awaitConnections() throws SQLException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (true) {
      try {
        connect("postgres").close();
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private void stop() {
    try {
      // Its files are deleted: nothing need be brought in order.
      run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop");
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, "");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
