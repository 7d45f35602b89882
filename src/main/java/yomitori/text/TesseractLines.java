package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import yomitori.geometry.GrayImage;
import yomitori.text.LinePicture.Part;
import yomitori.text.LineText.Glyph;
import yomitori.text.TesseractEngine.Symbol;

/** Reads lines with Tesseract's Japanese model. */
public final class TesseractLines implements LineEngine {

  /** The letter height that the engine reads best: measured on printed type of faxes. */
  private static final int LETTER_PX = 40;

  private final TesseractEnginePool engines;

  /**
   * @param engines lent to whichever thread reads; closed by whoever opened them
   */
  public TesseractLines(TesseractEnginePool engines) {
    this.engines = engines;
  }

  /** As a raw line: the layout analysis of other modes drops short names such as 群馬県. */
  @Override
  public LineText read(GrayImage grey, Part line) {
    GrayImage picture = LinePicture.line(grey, line, LETTER_PX);
    List<Symbol> symbols =
        engines.with(
            Traineddata.JAPANESE, engine -> engine.read(picture, TessPageSegMode.PSM_RAW_LINE));
    List<Glyph> glyphs = new ArrayList<>();
    for (Symbol symbol : symbols) {
      String space = symbol.startsWord() && !glyphs.isEmpty() ? " " : "";
      glyphs.add(new Glyph(space + symbol.text(), symbol.score()));
    }
    return new LineText(glyphs);
  }
}
