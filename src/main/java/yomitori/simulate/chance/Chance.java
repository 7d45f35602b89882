package yomitori.simulate.chance;

import java.util.List;

/**
 * A stream of chance that is the same for the same seed on every machine. Streams are named: a part
 * of the simulator takes {@code chance.stream("skew")} and so draws the same values whatever the
 * other parts draw, which lets one effect be switched off without changing the others.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). Not thread-safe; not for secrets.
 */
public final class Chance {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  /** A stream whose every draw follows from {@code seed}. */
  public Chance(long seed) {
    this.seed = mix(seed + GOLDEN_GAMMA);
    this.state = this.seed;
  }

  /** The stream of this name: independent of how much was drawn from this one so far. */
  public Chance stream(String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i) * GOLDEN_GAMMA);
    }
    return new Chance(hash);
  }

  /** The stream of this number. */
  public Chance stream(long number) {
    return new Chance(mix(seed ^ mix(number + GOLDEN_GAMMA)));
  }

  /** 64 random bits. */
  public long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform from 0 (included) to 1 (not included). */
  public double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform between two values; exactly {@code low} where both are the same. */
  public double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** Uniform whole number from 0 to {@code bound} - 1. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /** True with the given probability. */
  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** A value of the standard normal distribution, by the Box-Muller method. */
  public double gauss() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * Math.PI * unit());
  }

  /** One of the items, each as likely. */
  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
