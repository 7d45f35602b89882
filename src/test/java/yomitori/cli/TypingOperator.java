package yomitori.cli;

import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import yomitori.review.Browser;

/** Answers every doubt of the queue by keyboard, as someone who sees what the sender wrote. */
final class TypingOperator {

  /** What the senders wrote on a page, by field id; null where the page is not known. */
  interface Senders {
    Map<String, String> wrote(long page);
  }

  private static final String SETTLED =
      "const item = document.getElementById('item');"
          + "if (!item || document.querySelector('.htmx-request')) return null;"
          + "const of = (name) => item.querySelector(`input[name=${name}]`)?.value ?? '';"
          + "return of('page') + '|' + of('field') + '|' + of('version');";

  private static final String KEY =
      "return [...document.querySelectorAll('.answer')]"
          + ".find((answer) => answer.value === arguments[0])?.dataset.key;";

  private final Browser browser;
  private final Senders senders;
  private int answered;

  TypingOperator(Browser browser, Senders senders) {
    this.browser = browser;
    this.senders = senders;
  }

  /** How many doubts were answered. */
  int answered() {
    return answered;
  }

  /**
   * Answers what is shown now, and what comes after it, until nothing is left or so many are done.
   */
  void answer(int most) {
    String shown = shown("");
    for (int i = 0; i < most && !shown.equals("||"); i++) {
      String[] parts = shown.split("\\|", -1);
      Map<String, String> wrote =
          Objects.requireNonNull(senders.wrote(Long.parseLong(parts[0])), shown);
      press(Objects.requireNonNull(wrote.get(parts[1]), shown));
      answered++;
      shown = shown(shown);
    }
  }

  private void press(String value) {
    boolean typed = script("return document.getElementById('typed') !== null") == Boolean.TRUE;
    if (typed) {
      keys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE, value, Keys.ENTER);
    } else {
      keys((String) Objects.requireNonNull(script(KEY, value), value));
    }
  }

  private void keys(CharSequence... keys) {
    browser.driver().switchTo().activeElement().sendKeys(keys);
  }

  /** What is shown, once it is another item than the one before; refused answers end in a fault. */
  private String shown(String before) {
    return browser.await(
        d -> {
          Object now = script(SETTLED);
          if (now != null && script("return document.querySelector('#said.fault')") != null) {
            throw new AssertionError("refused at " + now + ": " + browser.text());
          }
          return now == null || now.equals(before) ? null : (String) now;
        });
  }

  private Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
  }
}
