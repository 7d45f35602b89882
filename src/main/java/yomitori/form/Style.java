package yomitori.form;

import java.util.List;
import java.util.Optional;

/**
 * Sizes that all fields of a form share.
 *
 * @param labelPt type of labels and of the words beside boxes
 * @param checkboxMm side of a checkbox, outer edge
 * @param gapMm from a checkbox to its words
 * @param framePt frames of checkboxes and comb cells
 * @param rulePt lines to write on
 */
record Style(double labelPt, double checkboxMm, double gapMm, double framePt, double rulePt) {

  /**
   * What survives a fax at 98 lines to the inch, where a line is 0.73 pt high: a rule of 0.8 pt
   * always covers more than half of one.
   */
  static final Style DEFAULT = new Style(10.5, 3.8, 2.6, 1, 0.8);

  static Style read(Optional<YamlMap> block) {
    if (block.isEmpty()) {
      return DEFAULT;
    }
    YamlMap map = block.get();
    map.allow(List.of("label", "checkbox", "gap", "frame", "rule"));
    return new Style(
        map.number("label", FormLimits.TYPE_PT, DEFAULT.labelPt).orElse(DEFAULT.labelPt),
        map.number("checkbox", FormLimits.CHECKBOX, DEFAULT.checkboxMm).orElse(DEFAULT.checkboxMm),
        map.number("gap", FormLimits.GAP, DEFAULT.gapMm).orElse(DEFAULT.gapMm),
        map.number("frame", FormLimits.LINE_PT, DEFAULT.framePt).orElse(DEFAULT.framePt),
        map.number("rule", FormLimits.LINE_PT, DEFAULT.rulePt).orElse(DEFAULT.rulePt));
  }
}
