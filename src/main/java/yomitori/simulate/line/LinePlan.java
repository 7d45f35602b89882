package yomitori.simulate.line;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.simulate.chance.Chance;

/**
 * All that will happen to one page: one effect of each {@link EffectKind}, many of which change
 * nothing. Immutable.
 */
public final class LinePlan {

  /** A line that does nothing but scan at fine resolution. */
  public static final LinePlan PLAIN = plain();

  private final Map<EffectKind, Effect> parts;

  private LinePlan(Map<EffectKind, Effect> parts) {
    this.parts = parts;
  }

  private static LinePlan plain() {
    Map<EffectKind, Effect> parts = new EnumMap<>(EffectKind.class);
    Arrays.stream(EffectKind.values()).forEach(kind -> parts.put(kind, kind.identity()));
    return new LinePlan(parts);
  }

  /** Draws a plan for a profile. */
  public static LinePlan draw(LineProfile profile, Chance chance) {
    Map<EffectKind, Effect> parts = new EnumMap<>(EffectKind.class);
    for (EffectKind kind : EffectKind.values()) {
      parts.put(kind, kind.draw(profile, chance));
    }
    return new LinePlan(parts);
  }

  /** This plan with one part exchanged for another of its kind. */
  public LinePlan with(Effect other) {
    Map<EffectKind, Effect> changed = new EnumMap<>(parts);
    changed.put(EffectKind.of(other), other);
    return new LinePlan(changed);
  }

  /** This plan with effects of some kinds switched off. */
  public LinePlan without(Set<EffectKind> off) {
    Map<EffectKind, Effect> changed = new EnumMap<>(parts);
    off.forEach(kind -> changed.put(kind, kind.identity()));
    return new LinePlan(changed);
  }

  /** This plan for a page that goes through the machines, and in the call, of another's. */
  public LinePlan inCallOf(LinePlan other) {
    Map<EffectKind, Effect> changed = new EnumMap<>(parts);
    for (EffectKind kind : EffectKind.values()) {
      if (kind.ofCall()) {
        changed.put(kind, other.parts.get(kind));
      }
    }
    return new LinePlan(changed);
  }

  /** This plan for a page of a call: the header and the receiver's line count it. */
  public LinePlan asPage(int page, int of) {
    return with(part(HeaderLine.class).numbered(page, of))
        .with(part(ReceiverLine.class).numbered(page, of));
  }

  /**
   * The part of a kind. What cannot happen together with other parts does not: bytes are hit only
   * where the file keeps the bytes of the call, in one strip of a TIFF coded after T.4.
   */
  public <E extends Effect> E part(Class<E> kind) {
    for (Effect part : effects()) {
      if (kind.isInstance(part)) {
        return kind.cast(part);
      }
    }
    throw new IllegalArgumentException("no such effect: " + kind);
  }

  /** The parts in the order in which they happen. */
  public List<Effect> effects() {
    boolean bytesKept =
        ((Wire) parts.get(EffectKind.WIRE)).t4()
            && ((FileLayout) parts.get(EffectKind.FILE_LAYOUT)).oneStrip()
            && !((Delivery) parts.get(EffectKind.DELIVERY)).pdf();
    return parts.entrySet().stream()
        .map(
            part ->
                part.getKey() == EffectKind.HIT_BYTES && !bytesKept
                    ? EffectKind.HIT_BYTES.identity()
                    : part.getValue())
        .toList();
  }

  /** How the blank came before it was filled in. */
  public FaxedBlank faxedBlank() {
    return part(FaxedBlank.class);
  }
}
