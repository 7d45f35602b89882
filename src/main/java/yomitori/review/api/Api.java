package yomitori.review.api;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Token;
import yomitori.desk.tokens.Tokens;
import yomitori.review.web.Access;
import yomitori.review.web.Handler;
import yomitori.review.web.Request;
import yomitori.review.web.Router;

/** Takes calls of programs into the server: looks at the key first, and tells problems as such. */
final class Api {

  static final String ROOT = "/api/v1";

  private static final String BEARER = "Bearer ";

  private final Router router;
  private final Tokens tokens;
  private final Clock clock;
  private final WrongKeys wrongKeys = new WrongKeys();

  /** Answers a program. */
  @FunctionalInterface
  interface Call {
    void answer(Request request, Token token) throws IOException;
  }

  Api(Router router, Tokens tokens, Clock clock) {
    this.router = router;
    this.tokens = tokens;
    this.clock = clock;
  }

  void get(String path, Right right, Call call) {
    router.get(ROOT + path, Access.PROGRAM, guarded(right, call));
  }

  void post(String path, Right right, Call call) {
    router.post(ROOT + path, Access.PROGRAM, guarded(right, call));
  }

  void put(String path, Right right, Call call) {
    router.put(ROOT + path, Access.PROGRAM, guarded(right, call));
  }

  void delete(String path, Right right, Call call) {
    router.delete(ROOT + path, Access.PROGRAM, guarded(right, call));
  }

  private Handler guarded(Right right, Call call) {
    return request -> {
      try {
        call.answer(request, token(request, right));
      } catch (ApiProblem e) {
        request.problem(e.status(), e.code(), request.texts().text(e.code(), e.details()));
      }
    };
  }

  private Token token(Request request, Right right) {
    String header = request.header("Authorization");
    Optional<Token> token =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? tokens.find(header.substring(BEARER.length()).strip())
            : Optional.empty();
    if (token.isEmpty()) {
      refuse(request, header.isEmpty());
    }
    if (!token.orElseThrow().may(right)) {
      throw new ApiProblem(ApiProblem.FORBIDDEN, "right", right.word());
    }
    return token.get();
  }

  private void refuse(Request request, boolean none) {
    long seconds = none ? 0 : wrongKeys.note(request.address(), clock.instant());
    if (seconds > 0) {
      request.setHeader("Retry-After", Long.toString(seconds));
      throw new ApiProblem(ApiProblem.TOO_MANY, "tooManyKeys", seconds);
    }
    request.setHeader("WWW-Authenticate", "Bearer");
    throw new ApiProblem(ApiProblem.UNAUTHORIZED, "key");
  }
}
