package yomitori.text;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;
import yomitori.geometry.GrayImage;

/** One loaded Tesseract with one language. Not thread-safe: one thread at a time. */
final class TesseractEngine implements AutoCloseable {

  /** Told to the engine for every picture, so that it does not guess from the picture's size. */
  private static final int SOURCE_DPI = 300;

  private static final float FULL_SCORE = 100;

  private static final String NO_DEBUG_FILE =
      System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null";

  private final TessAPI api;
  private final TessBaseAPI handle;

  TesseractEngine(TessAPI api, Path folder, String language) {
    this.api = api;
    this.handle = api.TessBaseAPICreate();
    api.TessBaseAPISetVariable(handle, "debug_file", NO_DEBUG_FILE);
    if (api.TessBaseAPIInit2(handle, folder.toString(), language, TessOcrEngineMode.OEM_LSTM_ONLY)
        != 0) {
      api.TessBaseAPIDelete(handle);
      throw new MissingEngineException(
          null, "engine.refused", language, folder.toString(), Traineddata.packageName(language));
    }
  }

  /**
   * One character that was read.
   *
   * @param text the character, perhaps more than one code point
   * @param score 0 to 1
   * @param startsWord whether the engine saw a space before it
   */
  record Symbol(String text, double score, boolean startsWord) {}

  /**
   * Reads one picture.
   *
   * @param picture dark on light
   * @param segmentation one of Tesseract's page segmentation modes
   * @throws IllegalStateException if the engine gives up on it
   */
  List<Symbol> read(GrayImage picture, int segmentation) {
    api.TessBaseAPISetPageSegMode(handle, segmentation);
    api.TessBaseAPISetImage(
        handle,
        ByteBuffer.wrap(picture.pixels()),
        picture.width(),
        picture.height(),
        1,
        picture.width());
    api.TessBaseAPISetSourceResolution(handle, SOURCE_DPI);
    try {
      if (api.TessBaseAPIRecognize(handle, null) != 0) {
        throw new IllegalStateException(
            "Tesseract gave up on a picture of " + picture.width() + " × " + picture.height());
      }
      return symbols();
    } finally {
      api.TessBaseAPIClear(handle);
    }
  }

  private List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    TessResultIterator iterator = api.TessBaseAPIGetIterator(handle);
    if (iterator != null) {
      try {
        collect(iterator, symbols);
      } finally {
        api.TessResultIteratorDelete(iterator);
      }
    }
    return symbols;
  }

  private void collect(TessResultIterator iterator, List<Symbol> into) {
    int level = TessPageIteratorLevel.RIL_SYMBOL;
    do {
      Pointer utf8 = api.TessResultIteratorGetUTF8Text(iterator, level);
      if (utf8 != null) {
        String text = utf8.getString(0, StandardCharsets.UTF_8.name());
        api.TessDeleteText(utf8);
        boolean startsWord =
            api.TessPageIteratorIsAtBeginningOf(
                    api.TessResultIteratorGetPageIteratorConst(iterator),
                    TessPageIteratorLevel.RIL_WORD)
                != 0;
        into.add(
            new Symbol(
                text, api.TessResultIteratorConfidence(iterator, level) / FULL_SCORE, startsWord));
      }
    } while (api.TessResultIteratorNext(iterator, level) != 0);
  }

  @Override
  public void close() {
    api.TessBaseAPIEnd(handle);
    api.TessBaseAPIDelete(handle);
  }
}
