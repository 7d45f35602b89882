package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yomitori.desk.sender.UntoldSenders;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.intake.Intake;
import yomitori.mark.MarkReader;
import yomitori.record.PageReader;
import yomitori.register.Blank;
import yomitori.register.Registrar;
import yomitori.text.AmountReader;
import yomitori.text.CombReader;
import yomitori.text.DigitModel;
import yomitori.text.FieldReader;
import yomitori.text.LineFieldReader;
import yomitori.text.LineModel;
import yomitori.text.MissingEngineException;
import yomitori.text.SenderLineReader;
import yomitori.text.TesseractEnginePool;
import yomitori.text.TesseractLines;

/** The one place where the commands meet the rooms. */
final class Wiring {

  /** Density of the blanks that pages are laid over: that of a fine fax. */
  private static final double BLANK_PX_PER_MM = 8;

  private Wiring() {}

  static Rooms rooms() {
    return new Rooms(Intake::open, Wiring::blanks, Wiring::reader);
  }

  private static List<Blank> blanks(Path folder, Messages messages) {
    FormLibrary library = new FormLibrary(folder);
    List<Blank> blanks = new ArrayList<>();
    try {
      for (Form form : library.loadAll()) {
        Path home = library.folderOf(form.id());
        blanks.add(
            new Blank(form, BlankRenderer.render(form, home, BLANK_PX_PER_MM), BLANK_PX_PER_MM));
      }
    } catch (FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    } catch (IOException e) {
      throw unreadable(folder, DiskFault.said(e, messages), messages);
    } catch (UncheckedIOException e) {
      throw unreadable(folder, DiskFault.said(e, messages), messages);
    }
    if (blanks.isEmpty()) {
      throw CommandFailure.wrongCommandLine(messages.text("forms.none", folder));
    }
    return blanks;
  }

  private static CommandFailure unreadable(Path folder, String why, Messages messages) {
    return CommandFailure.wrongCommandLine(messages.text("forms.unreadable", folder, why));
  }

  private static Rooms.OpenReader reader(
      List<Blank> blanks, boolean text, PageReader.ResolveStage resolver, Messages messages) {
    try {
      Registrar registrar = new Registrar(blanks);
      CombReader combs = new CombReader(DigitModel.standard());
      if (!text) {
        FieldReader fields = FieldReader.ofCombs(combs);
        return new Rooms.OpenReader(
            new PageReader(registrar::register, new MarkReader()::read, fields, resolver),
            registrar::lay,
            () -> {});
      }
      TesseractEnginePool engines = TesseractEnginePool.open();
      LineModel lines = LineModel.standard();
      FieldReader fields =
          FieldReader.ofAll(
              combs,
              new LineFieldReader(lines, new TesseractLines(engines)),
              new AmountReader(DigitModel.standard(), lines));
      return new Rooms.OpenReader(
          new PageReader(
              registrar::register,
              new MarkReader()::read,
              fields,
              resolver,
              new UntoldSenders(new SenderLineReader(lines)::read)),
          registrar::lay,
          engines::close);
    } catch (MissingEngineException e) {
      throw CommandFailure.somethingMissing(e.getLocalizedMessage());
    } catch (UnsupportedOperationException | UncheckedIOException | LinkageError e) {
      throw CommandFailure.somethingMissing(messages.text("native.missing", said(e)));
    }
  }

  /** The message and that of the cause, which for a file says what is wrong with it. */
  private static String said(Throwable e) {
    return e.getCause() == null || e instanceof LinkageError
        ? String.valueOf(e.getMessage())
        : e.getMessage() + " (" + e.getCause() + ")";
  }
}
