package yomitori.register;

import yomitori.form.Form;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;

/**
 * A form together with the picture of its blank.
 *
 * @param form the definition
 * @param image the whole sheet as printed, square pixels
 * @param pxPerMm density of {@code image}
 */
public record Blank(Form form, GrayImage image, double pxPerMm) {

  /** Cuts out an area given in form mm, resampled to {@code density} px to the mm. */
  public GrayImage crop(RectMm area, double density) {
    PageTransform toImage = PageTransform.of(Affine.scale(pxPerMm, pxPerMm));
    return Resampler.crop(image, toImage, area, density);
  }
}
