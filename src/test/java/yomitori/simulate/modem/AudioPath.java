package yomitori.simulate.modem;

import java.util.Arrays;
import yomitori.simulate.chance.Chance;

/**
 * What the telephone line does to the sender's audio, from the start of the call.
 *
 * @param signalToNoiseDb white noise below the sender's usual level, heard only while the sender is
 *     heard, as a compander's is; noise in the gaps too would keep the modems' carrier detectors
 *     from closing, and no call would get through. Infinite for none.
 * @param burstsPerSecond short losses of the signal, on average
 * @param burstMs how long each is
 * @param burst what is heard instead
 * @param fromSecond when bursts begin, so that the page is hit and not the agreement before it
 * @param untilSecond when no more begin
 * @param hangUpSecond when both sides are hung up; infinite for never
 */
record AudioPath(
    double signalToNoiseDb,
    double burstsPerSecond,
    int burstMs,
    Burst burst,
    double fromSecond,
    double untilSecond,
    double hangUpSecond) {

  static final int SAMPLES_PER_SECOND = 8000;

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** The root mean square of what spandsp's modems send: its default of -14 dBm0. */
  private static final double SENT_RMS = 3200;

  /** What is heard in a burst. */
  enum Burst {
    /** Nothing: a dropout. */
    SILENCE,
    /** Noise as loud as the signal: a crackle. */
    NOISE
  }

  static final AudioPath CLEAN = new AudioPath(NEVER, 0, 0, Burst.SILENCE, 0, NEVER, NEVER);

  static AudioPath noise(double signalToNoiseDb) {
    return new AudioPath(signalToNoiseDb, 0, 0, Burst.SILENCE, 0, NEVER, NEVER);
  }

  static AudioPath crackle(double perSecond, int ms, double fromSecond) {
    return new AudioPath(NEVER, perSecond, ms, Burst.NOISE, fromSecond, NEVER, NEVER);
  }

  /** One dropout. */
  static AudioPath dropout(double atSecond, int ms) {
    double sample = 1.0 / SAMPLES_PER_SECOND;
    return new AudioPath(
        NEVER, SAMPLES_PER_SECOND, ms, Burst.SILENCE, atSecond, atSecond + sample, NEVER);
  }

  static AudioPath hangsUpAfter(double second) {
    return new AudioPath(NEVER, 0, 0, Burst.SILENCE, 0, NEVER, second);
  }

  /** A line for one call. */
  Line line(Chance chance) {
    return new Line(chance);
  }

  /** One call's line. */
  final class Line {

    private final Chance chance;
    private final double noiseRms = SENT_RMS * Math.pow(10, -signalToNoiseDb / 20);
    private long at;
    private int burstLeft;

    private Line(Chance chance) {
      this.chance = chance;
    }

    boolean hungUp() {
      return at >= hangUpSecond * SAMPLES_PER_SECOND;
    }

    /** Spoils the next samples of the call where they are. */
    void pass(short[] samples) {
      boolean noisy = noiseRms > 0 && !isSilent(samples);
      for (int i = 0; i < samples.length; i++, at++) {
        double heard = samples[i];
        if (noisy) {
          heard += noiseRms * chance.gauss();
        }
        if (burstLeft == 0 && beginsBurst()) {
          burstLeft = burstMs * SAMPLES_PER_SECOND / 1000;
        }
        if (burstLeft > 0) {
          burstLeft--;
          heard = burst == Burst.SILENCE ? 0 : SENT_RMS * chance.gauss();
        }
        samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, heard));
      }
    }

    private boolean beginsBurst() {
      double second = (double) at / SAMPLES_PER_SECOND;
      return second >= fromSecond
          && second < untilSecond
          && burstsPerSecond > 0
          && chance.happens(burstsPerSecond / SAMPLES_PER_SECOND);
    }
  }

  private static boolean isSilent(short[] samples) {
    return Arrays.equals(samples, new short[samples.length]);
  }
}
