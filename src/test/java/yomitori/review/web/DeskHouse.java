package yomitori.review.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yomitori.desk.DataFolder;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.day.Day;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Metrics;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Drop;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.Accounts.Fresh;
import yomitori.desk.people.People;
import yomitori.desk.people.Role;
import yomitori.desk.people.SessionLimits;
import yomitori.review.account.AccountRoutes;
import yomitori.review.home.HomeRoutes;
import yomitori.review.home.WatchRoutes;
import yomitori.review.manage.AuditRoutes;
import yomitori.review.manage.PeopleRoutes;

/** A desk of pages only, in a folder of a test: nothing is taken from its inbox or read. */
public final class DeskHouse implements AutoCloseable {

  /** The zone in which tests are told times. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  /** The password of everybody in tests. */
  public static final String PASSWORD = "kasa wo wasureru";

  private static final long UPLOAD_BYTES = 4L << 20;

  private final DataFolder data;
  private final Problems problems = new Problems();
  private final Ledger ledger;
  private final People people;
  private final Audit audit;
  private final WebServer server;

  /**
   * Opens the desk.
   *
   * @param routes pages beside those of account, home and managers, made from this desk's parts
   */
  public DeskHouse(Path folder, Clock clock, Function<DeskHouse, List<Routes>> routes)
      throws IOException {
    this(folder, Database.SQLITE, clock, routes);
  }

  /** Opens the desk with its ledger in a database of that kind. */
  public DeskHouse(
      Path folder, Database database, Clock clock, Function<DeskHouse, List<Routes>> routes)
      throws IOException {
    data = new DataFolder(folder);
    data.create();
    ledger = database.open(data.ledger());
    people = People.of(ledger, clock, SessionLimits.USUAL);
    audit = new Audit(ledger, clock);
    DiskSpace disk = new DiskSpace(folder);
    PrometheusMeterRegistry registry = Metrics.of(ledger, problems, disk);
    List<Routes> all = new ArrayList<>();
    all.add(new AccountRoutes(people));
    all.add(
        new HomeRoutes(
            new HomeRoutes.Parts(
                new Day(ledger), audit, problems, disk, new Drop(data), clock, UPLOAD_BYTES)));
    all.add(
        new WatchRoutes(
            new WatchRoutes.Parts(
                ledger, problems, disk, List.of(folder), registry, Optional.empty(), clock)));
    all.add(new PeopleRoutes(people.accounts()));
    all.add(new AuditRoutes(audit));
    all.addAll(routes.apply(this));
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    server =
        WebServer.start(
            Binding.loopback(0),
            new WebServer.Means(people, ZONE, scratch, UPLOAD_BYTES, registry),
            all);
  }

  /** Its folder. */
  public DataFolder data() {
    return data;
  }

  /** What is wrong with it. */
  public Problems problems() {
    return problems;
  }

  /** The ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** Who may log in. */
  public People people() {
    return people;
  }

  /** The trail. */
  public Audit audit() {
    return audit;
  }

  /** Where it answers. */
  public String address() {
    return server.address();
  }

  /** Makes an account with the password of everybody. */
  public void add(String name, Role role) {
    if (people.accounts().isEmpty()) {
      people.accounts().addFirst("first", "最初の管理者", PASSWORD, "ja");
    }
    Fresh fresh = people.accounts().add(Actor.DESK, name, "係 " + name, role, "ja");
    people.accounts().changePassword(fresh.operator(), "no session", fresh.password(), PASSWORD);
  }

  /** Somebody who has just logged in. */
  public Visitor loggedIn(String name) {
    Visitor visitor = new Visitor(address());
    visitor.logIn(name, PASSWORD);
    return visitor;
  }

  @Override
  public void close() {
    server.close();
    ledger.close();
  }
}
