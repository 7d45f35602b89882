package yomitori.simulate.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import yomitori.form.Field;
import yomitori.geometry.RectPx;

/**
 * One answer and what became of it.
 *
 * @param field the column
 * @param place the box's id where one box is judged, else the field's
 * @param kind what kind of answer the field takes
 * @param meant what was meant, as the truth shows it
 * @param given what the record says; empty where the page gave no record
 * @param outcome what became of it
 * @param valueRight whether the value given is as meant, accepted or not
 * @param confidence in the value given; empty where nothing is known of it
 * @param noInk whether what was meant left nothing on the page
 * @param cutOff whether some of the field is not on the page as received
 * @param effects what the hand did here
 * @param where on the page as received, where the record tells
 */
public record Answer(
    Field field,
    String place,
    Kind kind,
    String meant,
    String given,
    Outcome outcome,
    boolean valueRight,
    OptionalDouble confidence,
    boolean noInk,
    boolean cutOff,
    List<String> effects,
    Optional<RectPx> where) {

  public Answer {
    effects = List.copyOf(effects);
  }
}
