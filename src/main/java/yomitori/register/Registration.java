package yomitori.register;

import java.util.Optional;
import yomitori.form.Form;

/** Whether a page could be laid over one of the forms. */
public sealed interface Registration {

  /** It could. */
  record Registered(RegisteredPage page) implements Registration {}

  /**
   * It could not.
   *
   * @param nearest the form that it seems to be, where it does seem to be one that cannot be read;
   *     empty where it is no known form at all
   * @param fit the best fit that was tried
   */
  record NotRegistered(Optional<Form> nearest, Fit fit) implements Registration {}
}
