package yomitori.simulate.survey;

/** Ids of the form's fields that tell who answered. */
final class Fields {

  static final String PREFECTURE = "prefecture";
  static final String NAME = "institution_name";
  static final String CODE = "institution_code";

  private Fields() {}
}
