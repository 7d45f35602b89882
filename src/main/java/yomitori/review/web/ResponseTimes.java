package yomitori.review.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How long the desk took for its answers, by route, so that a slow page is found. */
final class ResponseTimes {

  private static final String BEGUN = "begun";

  private static final double MEDIAN = 0.5;
  private static final double MOST = 0.95;
  private static final double NEARLY_ALL = 0.99;

  private final MeterRegistry registry;

  ResponseTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  static void begin(Context context) {
    context.attribute(BEGUN, System.nanoTime());
  }

  /** Notes an answer; what no route answers is one kind, so that strangers cannot make kinds. */
  void end(Context context) {
    Long begun = context.attribute(BEGUN);
    if (begun == null) {
      return;
    }
    String route = context.endpointHandlerPath();
    boolean matched = route.startsWith("/"); // else Javalin says that there is none
    Timer.builder("yomitori.answers")
        .tag("route", matched ? route : "none")
        .tag("method", matched ? context.method().name() : "none")
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentiles(MEDIAN, MOST, NEARLY_ALL)
        .register(registry)
        .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
  }
}
