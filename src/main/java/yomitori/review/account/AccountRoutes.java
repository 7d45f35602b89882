package yomitori.review.account;

import java.time.Duration;
import yomitori.desk.people.AccountException;
import yomitori.desk.people.LogIn.Outcome;
import yomitori.desk.people.Operator;
import yomitori.desk.people.People;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.WebServer;

/** The pages about one's own account. */
public final class AccountRoutes implements Routes {

  private static final String SET_UP = "/setup";

  private static final int UNAUTHORIZED = 401;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  private final People people;

  /** The pages for these people. */
  public AccountRoutes(People people) {
    this.people = people;
  }

  /** Where the first manager is made, below the server's address; for the console only. */
  public static String setUpPath(String token) {
    return SET_UP + "?token=" + token;
  }

  @Override
  public void add(Router router) {
    router.get(WebServer.LOG_IN, Access.ANYONE, this::showLogIn);
    router.post(WebServer.LOG_IN, Access.ANYONE, this::logIn);
    router.post("/logout", Access.OPERATOR, this::logOut);
    router.get(SET_UP, Access.ANYONE, this::showSetUp);
    router.post(SET_UP, Access.ANYONE, this::setUp);
    router.get(WebServer.PASSWORD, Access.OPERATOR, r -> showPassword(r, 0, "", false));
    router.post(WebServer.PASSWORD, Access.OPERATOR, this::changePassword);
    router.post("/language", Access.ANYONE, this::changeLanguage);
  }

  private void showLogIn(Request request) {
    if (request.visitor().isPresent()) {
      request.redirect("/");
    } else {
      request.render("account/logIn.jte", new LogInModel("", within(request.query("next")), ""));
    }
  }

  private void logIn(Request request) {
    String name = request.form("name");
    String next = within(request.form("next"));
    Outcome outcome = people.logIn().attempt(name, request.form("password"), request.address());
    if (outcome instanceof Outcome.Welcome welcome) {
      request.session().ifPresent(people.sessions()::end);
      request.logIn(welcome.session());
      request.keepLanguage(welcome.operator().language());
      request.redirect(next);
    } else if (outcome instanceof Outcome.Wait wait) {
      long seconds = Math.max(1, wait.left().plus(Duration.ofMillis(999)).toSeconds());
      request.setHeader("Retry-After", Long.toString(seconds));
      String fault = request.texts().text("logIn.wait", seconds);
      request.render(TOO_MANY, "account/logIn.jte", new LogInModel(name, next, fault));
    } else {
      String fault = request.texts().text("logIn.wrong");
      request.render(UNAUTHORIZED, "account/logIn.jte", new LogInModel(name, next, fault));
    }
  }

  private void logOut(Request request) {
    request.logOut();
    request.redirect(WebServer.LOG_IN);
  }

  private void showSetUp(Request request) {
    String token = allowed(request.query("token"));
    request.render("account/setUp.jte", new SetUpModel(token, "", "", ""));
  }

  private void setUp(Request request) {
    String token = allowed(request.form("token"));
    String name = request.form("name");
    String displayName = request.form("displayName");
    String password = request.form("password");
    String fault;
    if (password.equals(request.form("again"))) {
      try {
        Operator made =
            people.accounts().addFirst(name, displayName, password, request.locale().getLanguage());
        request.logIn(people.logIn().first(made));
        request.redirect("/");
        return;
      } catch (AccountException e) {
        fault = AccountFaults.text(request, e);
      }
    } else {
      fault = request.texts().text("again.differs");
    }
    request.render(
        UNPROCESSABLE, "account/setUp.jte", new SetUpModel(token, name, displayName, fault));
  }

  /** To everybody else there is no such page. */
  private String allowed(String token) {
    if (!people.setUp().allows(token)) {
      throw Refusal.notFound();
    }
    return token;
  }

  private void showPassword(Request request, int status, String fault, boolean done) {
    Operator operator = request.operator();
    PasswordModel model =
        new PasswordModel(operator.name(), operator.mustChange() && !done, fault, done);
    if (status == 0) {
      request.render("account/password.jte", model);
    } else {
      request.render(status, "account/password.jte", model);
    }
  }

  private void changePassword(Request request) {
    String password = request.form("password");
    if (!password.equals(request.form("again"))) {
      showPassword(request, UNPROCESSABLE, request.texts().text("again.differs"), false);
      return;
    }
    try {
      people
          .accounts()
          .changePassword(
              request.operator(), request.session().orElseThrow(), request.form("old"), password);
      showPassword(request, 0, "", true);
    } catch (AccountException e) {
      showPassword(request, UNPROCESSABLE, AccountFaults.text(request, e), false);
    }
  }

  private void changeLanguage(Request request) {
    request.setLanguage(request.form("language"));
    request.redirect(within(request.form("back")));
  }

  /** A path of this desk; whatever else was asked for leads home. */
  private static String within(String path) {
    boolean ours =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    return ours ? path : "/";
  }
}
