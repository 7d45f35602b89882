package yomitori.review.manage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Tokens;
import yomitori.desk.tokens.Tokens.Fresh;
import yomitori.review.web.Access;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** The page where a manager makes and withdraws the keys of programs. */
public final class TokenRoutes implements Routes {

  private static final String PATH = "/tokens";
  private static final int UNPROCESSABLE = 422;

  private final Tokens tokens;

  /** The page of these keys. */
  public TokenRoutes(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, r -> show(r, Optional.empty(), "", ""));
    router.post(PATH, Access.MANAGER, this::make);
    router.post(PATH + "/{id}/withdraw", Access.MANAGER, this::withdraw);
  }

  private void make(Request request) {
    String name = request.form("name").strip();
    List<String> asked = request.formAll("right");
    Set<Right> rights =
        Arrays.stream(Right.values())
            .filter(right -> asked.contains(right.word()))
            .collect(Collectors.toSet());
    if (name.isEmpty() || name.length() > Tokens.LONGEST_NAME || rights.isEmpty()) {
      request.status(UNPROCESSABLE);
      show(request, Optional.empty(), request.texts().text("tokens.wrong"), name);
    } else {
      Fresh fresh = tokens.add(request.operator().actor(), name, rights);
      show(request, Optional.of(fresh), "", "");
    }
  }

  private void withdraw(Request request) {
    tokens.withdraw(request.operator().actor(), request.pathNumber("id"));
    request.redirect(PATH);
  }

  private void show(Request request, Optional<Fresh> fresh, String fault, String name) {
    request.render(
        "manage/tokens.jte",
        new TokensModel(tokens.all(), Arrays.asList(Right.values()), fresh, fault, name));
  }
}
