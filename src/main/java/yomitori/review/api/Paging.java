package yomitori.review.api;

import java.util.OptionalLong;
import yomitori.review.web.Request;

/** How many rows a list holds and where it goes on. */
final class Paging {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private Paging() {}

  /** {@code limit} of the query, 1 to 500; 100 where it is absent. */
  static int limit(Request request) {
    long limit = number(request, "limit", USUAL);
    if (limit < 1 || limit > MOST) {
      throw new ApiProblem(ApiProblem.MALFORMED, "limit", MOST);
    }
    return (int) limit;
  }

  /** {@code since} of the query; 0 where it is absent. */
  static long since(Request request) {
    return number(request, "since", 0);
  }

  static long number(Request request, String name, long standard) {
    if (request.query(name).isEmpty()) {
      return standard;
    }
    OptionalLong number = request.queryNumber(name);
    if (number.isEmpty() || number.getAsLong() < 0) {
      throw new ApiProblem(ApiProblem.MALFORMED, "number", name);
    }
    return number.getAsLong();
  }
}
