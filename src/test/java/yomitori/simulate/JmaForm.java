package yomitori.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.geometry.GrayImage;

/** The survey's form and its rendered blank, for tests. */
public final class JmaForm {

  public static final String ID = "jma-onshi-2022";
  private static final FormLibrary LIBRARY = new FormLibrary(Path.of("forms"));

  public static final Form FORM = LIBRARY.load(ID);
  public static final GrayImage BLANK = render();

  private JmaForm() {}

  private static GrayImage render() {
    try {
      return BlankRenderer.render(FORM, LIBRARY.folderOf(ID), Simulation.SHEET_PX_PER_MM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
