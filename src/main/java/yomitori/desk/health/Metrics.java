package yomitori.desk.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.PuttingAside;

/** What a watching program is told in numbers; counted when it asks. */
public final class Metrics {

  private static final List<String> FAX_STATES =
      List.of("moving", "waiting", "read", "failed", "removed");

  private static final List<String> PAGE_STATUSES =
      List.of("accepted", "review", "unreadable", "not_a_form", "failed");

  private Metrics() {}

  /** A registry with the desk's own numbers and those of the Java machine. */
  public static PrometheusMeterRegistry of(Ledger ledger, Problems problems, DiskSpace disk) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    for (String state : FAX_STATES) {
      count(registry, ledger, "fax", "faxes", "state", state);
    }
    for (String status : PAGE_STATUSES) {
      count(registry, ledger, "page", "pages", "status", status);
    }
    Gauge.builder("yomitori.doubts", ledger, Metrics::doubts).register(registry);
    Gauge.builder("yomitori.problems", problems, p -> p.all().size()).register(registry);
    Gauge.builder("yomitori.disk.free", disk, DiskSpace::free).baseUnit("bytes").register(registry);
    return registry;
  }

  private static void count(
      MeterRegistry registry,
      Ledger ledger,
      String table,
      String what,
      String column,
      String value) {
    Gauge.builder("yomitori." + what, ledger, l -> counted(l, table, column, value))
        .tag(column, value)
        .register(registry);
  }

  private static double doubts(Ledger ledger) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM field_value WHERE decision = 'review' AND "
                        + PuttingAside.NOT_ASIDE)
                .mapTo(double.class)
                .one());
  }

  /** Names of tables and columns come from the program. */
  private static double counted(Ledger ledger, String table, String column, String value) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = :value")
                .bind("value", value)
                .mapTo(double.class)
                .one());
  }
}
