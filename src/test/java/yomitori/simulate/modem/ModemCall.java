package yomitori.simulate.modem;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.modem.Spandsp.CallEnded;
import yomitori.simulate.modem.Spandsp.Statistics;
import yomitori.simulate.tiff.Coding;

/**
 * A fax call between two of spandsp's machines in this process: each one's audio is handed to the
 * other in blocks of 20 ms, faster than real time.
 *
 * @param modems which the machines have, by {@code Spandsp.SUPPORT_V…}
 * @param errorCorrection whether they have T.30's error correction mode
 * @param wire the densest coding that the machines have between them; T.6 needs error correction
 * @param file how the receiver writes its file
 * @param header the sender's header line, if it prints one
 */
record ModemCall(
    int modems, boolean errorCorrection, Coding wire, Coding file, Optional<String> header) {

  private static final int BLOCK = 160;

  /** A fine page at 2400 bit/s, with retries: no call of ours is longer. */
  private static final int MOST_SECONDS = 900;

  private static final int NOT_ENDED = -1;

  /**
   * How a call went.
   *
   * @param sender spandsp's completion code of the sender (0 for a good end), -1 where none came
   * @param receiver the same of the receiver
   * @param badRows of the last page, that the receiver made up
   */
  record Report(int sender, int receiver, int badRows) {}

  /** Sends a file; the receiver writes another. */
  Report send(Spandsp spandsp, Path sent, Path received, AudioPath path, long seed) {
    AudioPath.Line line = path.line(new Chance(seed));
    try (Machine caller = new Machine(spandsp, true);
        Machine answerer = new Machine(spandsp, false)) {
      configure(spandsp, caller);
      configure(spandsp, answerer);
      spandsp.t30_set_tx_file(caller.t30, sent.toString(), -1, -1);
      spandsp.t30_set_rx_file(answerer.t30, received.toString(), -1);
      spandsp.t30_set_rx_encoding(answerer.t30, encoding());
      short[] samples = new short[BLOCK];
      int blocks = 0;
      while ((caller.ended == NOT_ENDED || answerer.ended == NOT_ENDED)
          && blocks < MOST_SECONDS * AudioPath.SAMPLES_PER_SECOND / BLOCK) {
        blocks++;
        caller.speak(samples);
        line.pass(samples);
        if (line.hungUp()) {
          spandsp.t30_terminate(caller.t30);
          spandsp.t30_terminate(answerer.t30);
          break;
        }
        answerer.hear(samples);
        answerer.speak(samples);
        caller.hear(samples);
      }
      Statistics s = new Statistics();
      spandsp.t30_get_transfer_statistics(answerer.t30, s);
      return new Report(caller.ended, answerer.ended, s.badRows);
    }
  }

  private int encoding() {
    return switch (file) {
      case T4_1D -> Spandsp.ENCODING_T4_1D;
      case T4_2D -> Spandsp.ENCODING_T4_2D;
      case T6 -> Spandsp.ENCODING_T6;
    };
  }

  private void configure(Spandsp spandsp, Machine machine) {
    Pointer t30 = machine.t30;
    int compressions =
        switch (wire) {
          case T4_1D -> Spandsp.SUPPORT_T4_1D;
          case T4_2D -> Spandsp.SUPPORT_T4_1D | Spandsp.SUPPORT_T4_2D;
          case T6 -> Spandsp.SUPPORT_T4_1D | Spandsp.SUPPORT_T4_2D | Spandsp.SUPPORT_T6;
        };
    spandsp.t30_set_supported_modems(t30, modems);
    spandsp.t30_set_ecm_capability(t30, errorCorrection ? 1 : 0);
    spandsp.t30_set_supported_compressions(t30, compressions);
    spandsp.t30_set_supported_resolutions(
        t30, Spandsp.SUPPORT_STANDARD_FINE_SUPERFINE | Spandsp.SUPPORT_R8_RESOLUTION);
    spandsp.t30_set_supported_image_sizes(t30, Spandsp.SUPPORT_A4_WIDTH_ANY_LENGTH);
    spandsp.t30_set_tx_ident(t30, "000 0000");
    header.ifPresent(text -> spandsp.t30_set_tx_page_header_info(t30, text));
  }

  /** One side of the call. */
  private static final class Machine implements AutoCloseable {

    private final Spandsp spandsp;
    private final Pointer fax;
    private final Pointer t30;

    /** Held here so that it lives as long as the native side may call it. */
    private final CallEnded onEnd = (t30, data, code) -> setEnded(code);

    private int ended = NOT_ENDED;

    Machine(Spandsp spandsp, boolean calling) {
      this.spandsp = spandsp;
      this.fax = spandsp.fax_init(Pointer.NULL, calling ? 1 : 0);
      this.t30 = spandsp.fax_get_t30_state(fax);
      spandsp.fax_set_transmit_on_idle(fax, 1);
      spandsp.t30_set_phase_e_handler(t30, onEnd, Pointer.NULL);
    }

    private void setEnded(int code) {
      ended = code;
    }

    void speak(short[] samples) {
      int count = Math.max(0, spandsp.fax_tx(fax, samples, samples.length));
      Arrays.fill(samples, count, samples.length, (short) 0);
    }

    void hear(short[] samples) {
      spandsp.fax_rx(fax, samples, samples.length);
    }

    @Override
    public void close() {
      spandsp.fax_free(fax);
    }
  }
}
