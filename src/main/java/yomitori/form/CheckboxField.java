package yomitori.form;

import yomitori.geometry.RectMm;

/** A checkbox of a question that takes any number of them: its value is 1, 0 or in doubt. */
public record CheckboxField(CheckBox checkBox) implements Field {

  @Override
  public String id() {
    return checkBox.id();
  }

  @Override
  public String label() {
    return checkBox.label();
  }

  @Override
  public RectMm area() {
    return checkBox.box();
  }
}
