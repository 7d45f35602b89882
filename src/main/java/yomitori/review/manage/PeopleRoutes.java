package yomitori.review.manage;

import java.util.List;
import java.util.Optional;
import yomitori.desk.people.AccountException;
import yomitori.desk.people.Accounts;
import yomitori.desk.people.Accounts.Fresh;
import yomitori.desk.people.Role;
import yomitori.review.manage.PeopleModel.Draft;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** The page where a manager makes, closes and resets accounts. */
public final class PeopleRoutes implements Routes {

  private static final String PATH = "/people";
  private static final String TEMPLATE = "manage/people.jte";
  private static final int UNPROCESSABLE = 422;
  private static final int ORDER = 80;

  private final Accounts accounts;

  /** The page of these accounts. */
  public PeopleRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, r -> show(r, 0, Optional.empty(), "", Draft.NONE));
    router.post(PATH, Access.MANAGER, this::addAccount);
    router.post(PATH + "/{id}/role", Access.MANAGER, this::changeRole);
    router.post(PATH + "/{id}/active", Access.MANAGER, this::setActive);
    router.post(PATH + "/{id}/password", Access.MANAGER, this::resetPassword);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "people.nav", Access.MANAGER, ORDER));
  }

  private void addAccount(Request request) {
    Draft draft = new Draft(request.form("name"), request.form("displayName"));
    try {
      Fresh fresh =
          accounts.add(
              request.operator().actor(),
              draft.name(),
              draft.displayName(),
              role(request),
              request.locale().getLanguage());
      show(request, 0, Optional.of(fresh), "", Draft.NONE);
    } catch (AccountException e) {
      show(request, UNPROCESSABLE, Optional.empty(), text(request, e), draft);
    }
  }

  private void changeRole(Request request) {
    Role role = role(request);
    change(
        request,
        () -> accounts.changeRole(request.operator().actor(), request.pathNumber("id"), role));
  }

  private void setActive(Request request) {
    boolean active = request.form("active").equals("yes");
    change(
        request,
        () -> accounts.setActive(request.operator().actor(), request.pathNumber("id"), active));
  }

  private void change(Request request, Runnable work) {
    try {
      work.run();
      request.redirect(PATH);
    } catch (AccountException e) {
      show(request, UNPROCESSABLE, Optional.empty(), text(request, e), Draft.NONE);
    }
  }

  private void resetPassword(Request request) {
    try {
      Fresh fresh = accounts.resetPassword(request.operator().actor(), request.pathNumber("id"));
      show(request, 0, Optional.of(fresh), "", Draft.NONE);
    } catch (AccountException e) {
      show(request, UNPROCESSABLE, Optional.empty(), text(request, e), Draft.NONE);
    }
  }

  private void show(
      Request request, int faultStatus, Optional<Fresh> fresh, String fault, Draft draft) {
    if (faultStatus != 0) {
      request.status(faultStatus);
    }
    request.render(
        TEMPLATE, new PeopleModel(accounts.all(), request.operator(), fresh, fault, draft));
  }

  private static Role role(Request request) {
    try {
      return Role.of(request.form("role"));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed();
    }
  }

  private static String text(Request request, AccountException e) {
    return request.texts().text("fault." + e.fault().name());
  }
}
