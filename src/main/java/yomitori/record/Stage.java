package yomitori.record;

/** The stages a page goes through, in their order. */
public enum Stage {
  INTAKE,
  REGISTER,
  MARK,
  TEXT,
  RESOLVE
}
