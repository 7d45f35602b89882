package yomitori.text;

import yomitori.geometry.GrayImage;
import yomitori.text.LinePicture.Part;

/** Reads one line of writing. Thread-safe. */
interface LineEngine {

  /**
   * The characters of a line.
   *
   * @param grey dark writing on white, 8 px to the mm, the print taken away
   * @param line the bounds of its ink
   */
  LineText read(GrayImage grey, Part line);
}
