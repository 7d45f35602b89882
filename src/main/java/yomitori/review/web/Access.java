package yomitori.review.web;

import java.util.Optional;
import yomitori.desk.people.Role;

/** Who may ask for a page. */
public enum Access {
  /** Whoever finds the desk: log-in, style sheets. */
  ANYONE(Optional.empty()),
  /** Everybody who is logged in. */
  OPERATOR(Optional.of(Role.OPERATOR)),
  /** Managers. */
  MANAGER(Optional.of(Role.MANAGER)),
  /**
   * Programs, which show a key of their own that the handler looks at. No session counts here, so
   * no forged form can use one.
   */
  PROGRAM(Optional.empty());

  private final Optional<Role> role;

  Access(Optional<Role> role) {
    this.role = role;
  }

  /** The least role of those who may; nothing where nobody needs to be logged in. */
  public Optional<Role> role() {
    return role;
  }
}
