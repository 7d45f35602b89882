package yomitori.simulate.respondent;

import yomitori.form.TextField;

/** What a text field asks for, told from its label. */
public enum Question {
  /** One of the values that the form lists. */
  LISTED,
  /** The name of a medical institution. */
  INSTITUTION,
  /** A person's name. */
  PERSON,
  /** Anything: a remark, or nothing. */
  REMARK;

  /** What this field asks for. */
  public static Question of(TextField field) {
    if (!field.lexicon().isEmpty()) {
      return LISTED;
    }
    String label = field.label();
    if (label.contains("機関名") || label.contains("施設名")) {
      return INSTITUTION;
    }
    return label.contains("回答者") || label.contains("氏名") || label.contains("担当者") ? PERSON : REMARK;
  }
}
