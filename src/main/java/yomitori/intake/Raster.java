package yomitori.intake;

import yomitori.geometry.GrayImage;

/** A decoded picture with its damage, before it becomes a page. */
record Raster(GrayImage image, Page.RowDamage damage) {

  static Raster whole(GrayImage image) {
    return new Raster(image, Page.RowDamage.none(image.height()));
  }
}
