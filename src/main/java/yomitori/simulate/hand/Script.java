package yomitori.simulate.hand;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yomitori.form.InstalledFonts;
import yomitori.simulate.chance.Purpose;

/** A way of writing letters: handwriting-like typefaces, and print. All free to use. */
public enum Script {
  /** Neat pen writing (SIL Open Font License). */
  KLEE("KleeOne-Regular.ttf", "fonts-klee", Use.EVERYWHERE, 0.055),
  /** Quick, uneven writing (SIL Open Font License). */
  SETO("setofont.ttf", "fonts-seto", Use.EVERYWHERE, 0.075),
  /** A broad marker (SIL Open Font License). */
  YUSEI("YuseiMagic-Regular.ttf", "fonts-yusei-magic", Use.EVERYWHERE, 0.105),
  /** Round, upright writing (SIL Open Font License). */
  YOZ("YOzRC_.ttf", "fonts-yozvox-yozfont-cute", Use.EVERYWHERE, 0.06),
  /** Loose, narrow writing (BSD licence). Held out. */
  KILOJI("kiloji.ttf", "fonts-kiloji", Use.HELD_OUT, 0.055),
  /** Running strokes of a fine brush pen (public domain). Held out. */
  KOUZAN("AoyagiKouzanT.ttf", "fonts-aoyagi-kouzan-t", Use.HELD_OUT, 0.06),
  /** Typed: an institution that fills the form in on a computer, or stamps its name. */
  PRINT("BIZUDPGothic-Regular.ttf", "fonts-morisawa-bizud-gothic", Use.TYPE, 0.07),
  /** The even-spaced type that a fax machine writes its header line with. */
  MACHINE("BIZUDGothic-Regular.ttf", "fonts-morisawa-bizud-gothic", Use.TYPE, 0.07);

  private enum Use {
    EVERYWHERE,
    HELD_OUT,
    TYPE
  }

  private static final Map<Script, Font> LOADED = new ConcurrentHashMap<>();

  private final String fileName;
  private final String debian;
  private final Use use;
  private final double strokeShare;

  Script(String fileName, String debian, Use use, double strokeShare) {
    this.fileName = fileName;
    this.debian = debian;
    this.use = use;
    this.strokeShare = strokeShare;
  }

  /**
   * The faces of people who write by hand, each as likely. Some are shown on reporting pages only,
   * so that these also tell how the reader does with hands that nothing was tuned on.
   */
  static List<Script> handwriting(Purpose purpose) {
    return List.of(values()).stream()
        .filter(s -> s.use == Use.EVERYWHERE || (s.use == Use.HELD_OUT && purpose.showsHeldOut()))
        .toList();
  }

  /** The script that a tag of the truth names; empty where the tag names none. */
  public static Optional<Script> tagged(String tag) {
    return List.of(values()).stream().filter(script -> script.tag().equals(tag)).findFirst();
  }

  /** Whether letters of this script are set, not written. */
  public boolean isType() {
    return use == Use.TYPE;
  }

  /** Whether this handwriting is on reporting pages only, so that nothing was tuned on it. */
  public boolean isHeldOut() {
    return use == Use.HELD_OUT;
  }

  /** Width of the face's strokes as a share of its size, measured roughly. */
  double strokeShare() {
    return strokeShare;
  }

  /** The tag of this script in the truth. */
  String tag() {
    return "script_" + word();
  }

  /** The word for this script in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The typeface's file. */
  public String fileName() {
    return fileName;
  }

  /** The Debian package that installs it. */
  public String debian() {
    return debian;
  }

  /**
   * The typeface at 1 unit, found by its file's name in the font folders of this machine.
   *
   * @throws MissingFontException if it is in none of them
   */
  public Font font() {
    return LOADED.computeIfAbsent(this, Script::load);
  }

  private static Font load(Script script) {
    Path file =
        InstalledFonts.here()
            .find(script.fileName)
            .orElseThrow(() -> new MissingFontException(script));
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(1f);
    } catch (FontFormatException e) {
      throw new IllegalStateException("not a typeface: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
