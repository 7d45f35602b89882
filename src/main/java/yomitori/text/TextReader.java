package yomitori.text;

import java.util.List;
import yomitori.register.RegisteredPage;

/** Reads every written field of a registered page. */
public interface TextReader {

  /** One reading for each comb, amount and text field of the form, in its order. */
  List<TextReading> read(RegisteredPage page);
}
