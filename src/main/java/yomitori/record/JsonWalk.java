package yomitori.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** An object in a record whose keys are taken only if they are what they must be. */
final class JsonWalk {

  private final String place;
  private final JsonNode node;

  /**
   * @param place where it stands in the record, for messages
   * @throws BrokenRecordException if it is no object
   */
  JsonWalk(String place, JsonNode node) throws BrokenRecordException {
    if (!node.isObject()) {
      throw new BrokenRecordException(place);
    }
    this.place = place;
    this.node = node;
  }

  JsonNode node() {
    return node;
  }

  JsonNode any(String key) throws BrokenRecordException {
    return of(key, node.has(key));
  }

  String text(String key) throws BrokenRecordException {
    return of(key, node.path(key).isTextual()).textValue();
  }

  double number(String key) throws BrokenRecordException {
    double value = of(key, node.path(key).isNumber()).doubleValue();
    of(key, Double.isFinite(value));
    return value;
  }

  /** A number from 0 to 1. */
  double share(String key) throws BrokenRecordException {
    double value = number(key);
    of(key, value >= 0 && value <= 1);
    return value;
  }

  int whole(String key) throws BrokenRecordException {
    return of(key, node.path(key).isInt()).intValue();
  }

  /** A whole number from 0. */
  int natural(String key) throws BrokenRecordException {
    int value = whole(key);
    of(key, value >= 0);
    return value;
  }

  JsonNode array(String key) throws BrokenRecordException {
    return of(key, node.path(key).isArray());
  }

  JsonWalk object(String key) throws BrokenRecordException {
    return new JsonWalk(below(key), node.path(key));
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) throws BrokenRecordException {
    String word = text(key);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> FieldJson.lower(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> wrong(key));
  }

  BrokenRecordException wrong(String key) {
    return new BrokenRecordException(below(key));
  }

  private JsonNode of(String key, boolean right) throws BrokenRecordException {
    if (!right) {
      throw wrong(key);
    }
    return node.path(key);
  }

  private String below(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
