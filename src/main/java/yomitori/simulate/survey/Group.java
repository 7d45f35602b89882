package yomitori.simulate.survey;

/**
 * Answers that are counted together, as {@code tables.csv} names them.
 *
 * @param kind {@code all}, {@code class}, {@code source}, {@code prefecture}, {@code regional} or
 *     {@code all_regional}
 * @param id of the group among those of its kind
 */
record Group(String kind, String id) {

  static final Group ALL = new Group("all", "all");
  static final Group ALL_REGIONAL = new Group("all_regional", "regional");

  static Group ofClass(boolean hospital) {
    return new Group("class", hospital ? "hospital" : "clinic");
  }

  static Group ofSource(Source source) {
    return new Group("source", source.id());
  }

  static Group ofPrefecture(String name) {
    return new Group("prefecture", name);
  }

  static Group ofRegional(String survey) {
    return new Group("regional", survey);
  }
}
