package yomitori.form;

import java.util.List;
import java.util.Optional;

/**
 * Sizes that all fields of a form share.
 *
 * @param labelPt type of labels and of the words beside boxes
 * @param box size and shape of boxes to tick
 * @param gapMm from a checkbox to its words
 * @param framePt frames of checkboxes and comb cells
 * @param rulePt lines to write on
 * @param labels where the words of boxes stand
 */
record Style(
    double labelPt, BoxLook box, double gapMm, double framePt, double rulePt, Labels labels) {

  /** Where the words of a box stand. */
  enum Labels {
    /** Beside it, where they are printed. */
    RIGHT,
    /** Nowhere that the definition knows. */
    NONE
  }

  /**
   * What survives a fax at 98 lines to the inch, where a line is 0.73 pt high: a rule of 0.8 pt
   * always covers more than half of one.
   */
  static final Style DEFAULT =
      new Style(10.5, new BoxLook(3.8, 3.8, BoxShape.SQUARE), 2.6, 1, 0.8, Labels.RIGHT);

  static Style read(Optional<YamlMap> block) {
    if (block.isEmpty()) {
      return DEFAULT;
    }
    YamlMap map = block.get();
    map.allow(List.of("label", "checkbox", "shape", "gap", "frame", "rule", "labels"));
    return new Style(
        map.number("label", FormLimits.TYPE_PT, DEFAULT.labelPt).orElse(DEFAULT.labelPt),
        DEFAULT.box.with(map.get("checkbox"), map.get("shape")),
        map.length("gap", FormLimits.GAP, DEFAULT.gapMm).orElse(DEFAULT.gapMm),
        map.number("frame", FormLimits.LINE_PT, DEFAULT.framePt).orElse(DEFAULT.framePt),
        map.number("rule", FormLimits.LINE_PT, DEFAULT.rulePt).orElse(DEFAULT.rulePt),
        map.get("labels").flatMap(value -> value.word(Labels.class)).orElse(DEFAULT.labels));
  }
}
