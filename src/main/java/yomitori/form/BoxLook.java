package yomitori.form;

import java.util.List;
import java.util.Optional;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/**
 * What a box to tick looks like, wherever it stands.
 *
 * @param widthMm over its outer edges
 * @param heightMm likewise
 * @param shape what is printed
 */
record BoxLook(double widthMm, double heightMm, BoxShape shape) {

  static final List<String> KEYS = List.of("size", "shape");

  /** This look, but for what the entry says of its own boxes. */
  BoxLook with(YamlMap entry) {
    return with(entry.get("size"), entry.get("shape"));
  }

  /** This look with another size and shape, where they are given and right. */
  BoxLook with(Optional<YamlValue> size, Optional<YamlValue> shape) {
    double[] own =
        size.flatMap(value -> value.sides(FormLimits.CHECKBOX))
            .orElse(new double[] {widthMm, heightMm});
    BoxShape form = shape.flatMap(value -> value.word(BoxShape.class)).orElse(this.shape);
    return new BoxLook(own[0], own[1], form);
  }

  RectMm at(PointMm corner) {
    return new RectMm(corner.x(), corner.y(), widthMm, heightMm);
  }
}
