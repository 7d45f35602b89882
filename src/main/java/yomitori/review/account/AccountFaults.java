package yomitori.review.account;

import yomitori.desk.people.AccountException;
import yomitori.desk.people.AccountRules;
import yomitori.review.web.Request;

/** What stands in the way of an account, in words. */
final class AccountFaults {

  private AccountFaults() {}

  static String text(Request request, AccountException exception) {
    return request
        .texts()
        .text(
            "fault." + exception.fault().name(),
            AccountRules.PASSWORD_LEAST,
            AccountRules.PASSWORD_MOST);
  }
}
