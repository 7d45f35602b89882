package yomitori.simulate.survey;

/**
 * Who sent an answer, as it is written on it; each part may be empty.
 *
 * @param prefecture one of the 47
 * @param name of the institution
 * @param code seven digits
 */
record Sender(String prefecture, String name, String code) {

  private static final String HOSPITAL = "病院";

  boolean isHospital() {
    return name.contains(HOSPITAL);
  }
}
