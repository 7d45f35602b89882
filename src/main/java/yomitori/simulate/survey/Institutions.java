package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.MasterEntry;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.respondent.InstitutionCode;
import yomitori.simulate.respondent.Phrases;

/**
 * Institutions that could answer, each handed out once. No two of a prefecture have one code; many
 * have one name.
 */
final class Institutions {

  /** People in ten thousands, 北海道 to 沖縄県, 2022: institutions are about where people are. */
  private static final int[] PEOPLE = {
    514, 120, 118, 228, 93, 104, 179, 284, 191, 191, 734, 627, 1404, 923, 215, 102, 112, 75, 80,
    202, 195, 358, 750, 174, 141, 255, 878, 540, 131, 90, 54, 66, 186, 276, 131, 70, 93, 131, 68,
    512, 80, 128, 172, 111, 105, 156, 147
  };

  private final List<MasterEntry> entries = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  /** How many have a name, but for how it is written. */
  private final Map<String, Integer> names = new HashMap<>();

  private final BitSet taken = new BitSet();
  private int next;
  private int nextUnique;

  Institutions(int count, Chance chance) {
    while (entries.size() < count) {
      int prefecture = prefecture(chance);
      String code = InstitutionCode.draw(prefecture, chance);
      String name = Phrases.institution(chance);
      if (codes.add(prefecture + code)) {
        entries.add(new MasterEntry(prefecture, code, name));
        names.merge(key(prefecture, name), 1, Integer::sum);
      }
    }
  }

  private static int prefecture(Chance chance) {
    int all = 0;
    for (int people : PEOPLE) {
      all += people;
    }
    int rest = chance.below(all);
    int prefecture = 0;
    while (rest >= PEOPLE[prefecture]) {
      rest -= PEOPLE[prefecture];
      prefecture++;
    }
    return prefecture + 1;
  }

  private static String key(int prefecture, String name) {
    return prefecture + InstitutionName.comparable(name);
  }

  List<MasterEntry> all() {
    return List.copyOf(entries);
  }

  boolean hasCode(int prefecture, String code) {
    return codes.contains(prefecture + code);
  }

  boolean hasName(int prefecture, String name) {
    return names.containsKey(key(prefecture, name));
  }

  /** Whether its name tells it from all other institutions of its prefecture. */
  boolean isNameUnique(MasterEntry institution) {
    return !InstitutionName.namesNobody(institution.name())
        && names.get(key(institution.prefecture(), institution.name())) == 1;
  }

  /** One that has not been taken. */
  MasterEntry take() {
    next = taken.nextClearBit(next);
    taken.set(next);
    return entries.get(next);
  }

  /** The same, with a name that no other one of its prefecture has. */
  MasterEntry takeUnique() {
    while (taken.get(nextUnique) || !isNameUnique(entries.get(nextUnique))) {
      nextUnique++;
    }
    taken.set(nextUnique);
    return entries.get(nextUnique);
  }

  /** Takes one whose name no other one of its prefecture has, if it is there and free. */
  Optional<MasterEntry> takeUnique(int prefecture, String name) {
    if (InstitutionName.namesNobody(name) || names.getOrDefault(key(prefecture, name), 0) != 1) {
      return Optional.empty();
    }
    String wanted = InstitutionName.comparable(name);
    for (int i = 0; i < entries.size(); i++) {
      MasterEntry entry = entries.get(i);
      if (entry.prefecture() == prefecture
          && InstitutionName.comparable(entry.name()).equals(wanted)) {
        boolean free = !taken.get(i);
        taken.set(i);
        return free ? Optional.of(entry) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
