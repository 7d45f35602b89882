package yomitori.simulate.modem;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of spandsp 0.0.6 that a fax call needs, named as in its headers {@code fax.h},
 * {@code t30.h} and {@code t30_api.h}. Audio is 16 bit linear at 8 kHz.
 */
interface Spandsp extends Library {

  /** What brings the library on Debian and Ubuntu. */
  String DEBIAN_PACKAGE = "libspandsp2";

  int SUPPORT_V27TER = 1;
  int SUPPORT_V29 = 2;
  int SUPPORT_V17 = 4;

  int SUPPORT_T4_1D = 2;
  int SUPPORT_T4_2D = 4;
  int SUPPORT_T6 = 8;

  int ENCODING_T4_1D = 1;
  int ENCODING_T4_2D = 2;
  int ENCODING_T6 = 3;

  /** Completion code of a side whose call was hung up. */
  int CALL_DROPPED = 49;

  int SUPPORT_STANDARD_FINE_SUPERFINE = 1 | 2 | 4;
  int SUPPORT_R8_RESOLUTION = 0x20000;
  int SUPPORT_A4_WIDTH_ANY_LENGTH = 0x1 | 0x10000 | 0x20000;

  Pointer fax_init(Pointer memory, int calling);

  int fax_free(Pointer fax);

  void fax_set_transmit_on_idle(Pointer fax, int on);

  Pointer fax_get_t30_state(Pointer fax);

  int fax_tx(Pointer fax, short[] samples, int most);

  int fax_rx(Pointer fax, short[] samples, int count);

  void t30_terminate(Pointer t30);

  void t30_set_tx_file(Pointer t30, String file, int firstPage, int lastPage);

  void t30_set_rx_file(Pointer t30, String file, int lastPage);

  int t30_set_tx_ident(Pointer t30, String number);

  int t30_set_tx_page_header_info(Pointer t30, String text);

  int t30_set_tx_page_header_overlays_image(Pointer t30, int overlays);

  int t30_set_ecm_capability(Pointer t30, int on);

  int t30_set_rx_encoding(Pointer t30, int encoding);

  int t30_set_supported_modems(Pointer t30, int modems);

  int t30_set_supported_compressions(Pointer t30, int compressions);

  int t30_set_supported_resolutions(Pointer t30, int resolutions);

  int t30_set_supported_image_sizes(Pointer t30, int sizes);

  void t30_set_phase_e_handler(Pointer t30, CallEnded handler, Pointer data);

  void t30_get_transfer_statistics(Pointer t30, Statistics into);

  /** Told once when a side has finished its call. */
  interface CallEnded extends Callback {
    void invoke(Pointer t30, Pointer data, int completionCode);
  }

  /** {@code t30_stats_t}. */
  @Structure.FieldOrder({
    "bitRate",
    "errorCorrection",
    "pagesSent",
    "pagesReceived",
    "pagesInFile",
    "xPerMetre",
    "yPerMetre",
    "width",
    "length",
    "bytes",
    "encoding",
    "badRows",
    "longestBadRun",
    "framesRepeated",
    "status"
  })
  final class Statistics extends Structure {
    public int bitRate;
    public int errorCorrection;
    public int pagesSent;
    public int pagesReceived;
    public int pagesInFile;
    public int xPerMetre;
    public int yPerMetre;
    public int width;
    public int length;
    public int bytes;
    public int encoding;
    public int badRows;
    public int longestBadRun;
    public int framesRepeated;
    public int status;
  }

  /**
   * The library, where this machine has it. It is opened so that it finds its own libtiff before
   * the one inside Tesseract's Leptonica (RTLD_NOW and RTLD_DEEPBIND of dlopen).
   */
  static Optional<Spandsp> load() {
    int nowAndItsOwnLibrariesFirst = 2 | 8;
    try {
      return Optional.of(
          Native.load(
              "spandsp",
              Spandsp.class,
              Map.of(Library.OPTION_OPEN_FLAGS, nowAndItsOwnLibrariesFirst)));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }
}
