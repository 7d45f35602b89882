package yomitori.desk.resend;

import java.util.Map;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.SenderAnswer;
import yomitori.form.Form;

/** How alike the answers of two pages are, without who answers. */
final class Likeness {

  /** Two readings of one sheet may differ in a doubt. */
  private static final int MOST_DIFFERENT = 1;

  /** Fewer answers than this many people give alike. */
  private static final int LEAST_ANSWERS = 4;

  private Likeness() {}

  /** Whether two pages hardly differ, and say enough for that to be no chance. */
  static boolean nearlySame(Form form, Map<String, FieldState> a, Map<String, FieldState> b) {
    int different = 0;
    int answers = 0;
    for (Map.Entry<String, FieldState> field : a.entrySet()) {
      if (SenderAnswer.asks(form, field.getKey())) {
        continue;
      }
      String value = field.getValue().value();
      FieldState other = b.get(field.getKey());
      boolean same = other != null && other.value().equals(value);
      different += same ? 0 : 1;
      answers += same && !value.isEmpty() && !value.equals("0") ? 1 : 0;
    }
    return different <= MOST_DIFFERENT && answers >= LEAST_ANSWERS;
  }
}
