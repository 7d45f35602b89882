package yomitori.tally.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.desk.FileHash;
import yomitori.desk.FolderTree;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Deed;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.desk.KeptSource.Numbers;
import yomitori.tally.desk.SourceRefused.Why;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.source.SourceFile;

/**
 * The sources that people gave beside the faxes, each in a folder with its id as name. One is only
 * kept if it can be used. May be used from any thread.
 */
public final class SourceShelf {

  private static final String END = ".yaml";

  /** A source on its way to its place. */
  private static final String FRESH = ".fresh";

  private final Path folder;
  private final TallyTrail trail;
  private final Map<String, Looked> looked = new HashMap<>();

  /** What was found, and of which files. */
  private record Looked(String files, KeptSource found) {}

  /** The sources of a desk. */
  public SourceShelf(TallyFolder folder, TallyTrail trail) {
    this.folder = folder.sources();
    this.trail = trail;
  }

  /** All sources with what they bring, by id. Each is read again only when its files changed. */
  public synchronized List<KeptSource> all(TallyPlan plan) throws IOException {
    List<KeptSource> all = new ArrayList<>();
    for (Path place : places()) {
      all.add(look(place, plan));
    }
    return all;
  }

  /** The mappings of all sources, by id. */
  synchronized List<Path> mappings() throws IOException {
    return places().stream().map(SourceShelf::mapping).toList();
  }

  /** The mapping of a source as it was written; empty where there is no such source. */
  public synchronized Optional<String> text(String id) throws IOException {
    Optional<Path> place = place(id);
    return place.isPresent()
        ? Optional.of(Files.readString(mapping(place.get())))
        : Optional.empty();
  }

  /**
   * Keeps a source, if it can be used.
   *
   * @param who gave it
   * @param text its mapping
   * @param table its table; nothing for the one that is there, or for a source without one
   * @param changed the id of the source that is changed; empty for a new one
   * @return what it brings
   * @throws TallyException with the line, if mapping or table cannot be used
   * @throws SourceRefused if they do not belong together
   * @throws IOException if they cannot be written
   */
  public synchronized KeptSource keep(
      Actor who, String text, Optional<InputStream> table, String changed, TallyPlan plan)
      throws TallyException, SourceRefused, IOException {
    Mapping mapping = Mapping.of(text);
    Optional<Path> former = changed.isEmpty() ? Optional.empty() : place(changed);
    if (!changed.isEmpty() && former.isEmpty()) {
      throw new SourceRefused(Why.GONE);
    }
    if (!mapping.id().equals(changed) && place(mapping.id()).isPresent()) {
      throw new SourceRefused(Why.ID_TAKEN);
    }
    Path fresh = folder.resolve(FRESH);
    FolderTree.delete(fresh); // what a run that was cut off left
    try {
      Files.createDirectories(fresh);
      Path yaml = fresh.resolve(mapping.fileName());
      Files.writeString(yaml, text);
      putTable(fresh, mapping, table, former);
      SourceAnswers brought = read(yaml, plan);
      Path place = folder.resolve(mapping.id());
      trail.change(
          who, deeds(mapping, fresh, former), () -> replace(fresh, place, former, mapping));
      looked.remove(changed);
      looked.remove(mapping.id());
      return new KeptSource(
          mapping.id(),
          mapping.table().orElse(""),
          Optional.of(Numbers.of(brought)),
          Optional.empty());
    } finally {
      FolderTree.delete(fresh);
    }
  }

  private static void replace(Path fresh, Path place, Optional<Path> former, Mapping mapping)
      throws IOException {
    Folders.replace(fresh, place);
    if (former.isPresent() && !name(former.get()).equals(mapping.id())) {
      FolderTree.delete(former.get());
    }
  }

  private static void putTable(
      Path fresh, Mapping mapping, Optional<InputStream> given, Optional<Path> former)
      throws SourceRefused, IOException {
    if (mapping.table().isEmpty()) {
      if (given.isPresent()) {
        throw new SourceRefused(Why.TABLE_NOT_NAMED);
      }
      return;
    }
    Path target = fresh.resolve(mapping.table().get());
    if (given.isPresent()) {
      Files.copy(given.get(), target);
      return;
    }
    Optional<Path> there = former.isPresent() ? table(former.get()) : Optional.empty();
    Files.copy(there.orElseThrow(() -> new SourceRefused(Why.NO_TABLE)), target);
  }

  private static List<Deed> deeds(Mapping mapping, Path fresh, Optional<Path> former)
      throws IOException {
    String subject = "sources/" + mapping.id();
    List<Deed> deeds = new ArrayList<>();
    String before = former.isPresent() ? Files.readString(mapping(former.get())) : "";
    if (!before.equals(mapping.text())) {
      deeds.add(TallyTrail.changed(subject, "mapping", before, mapping.text()));
    }
    String hashBefore = former.isPresent() ? hash(table(former.get())) : "";
    String hash = hash(mapping.table().map(fresh::resolve));
    if (!hash.equals(hashBefore)) {
      deeds.add(TallyTrail.changed(subject, "table", hashBefore, hash));
    }
    return deeds;
  }

  private static String hash(Optional<Path> table) throws IOException {
    return table.isPresent() ? FileHash.sha256(table.get()) : "";
  }

  /**
   * Takes a source away with its files.
   *
   * @return false where there is none of that id
   */
  public synchronized boolean remove(Actor who, String id) throws IOException {
    Optional<Path> place = place(id);
    if (place.isEmpty()) {
      return false;
    }
    String before = Files.readString(mapping(place.get()));
    trail.change(
        who,
        List.of(
            TallyTrail.changed("sources/" + id, "mapping", before, ""),
            TallyTrail.changed("sources/" + id, "table", hash(table(place.get())), "")),
        () -> FolderTree.delete(place.get()));
    looked.remove(id);
    return true;
  }

  private KeptSource look(Path place, TallyPlan plan) throws IOException {
    String files = state(place);
    Looked before = looked.get(name(place));
    if (before != null && before.files().equals(files)) {
      return before.found();
    }
    Optional<Path> table = table(place);
    String tableName = table.map(SourceShelf::name).orElse("");
    KeptSource found;
    try {
      Numbers numbers = Numbers.of(read(mapping(place), plan));
      found = new KeptSource(name(place), tableName, Optional.of(numbers), Optional.empty());
    } catch (TallyException e) {
      found = new KeptSource(name(place), tableName, Optional.empty(), Optional.of(e));
    }
    looked.put(name(place), new Looked(files, found));
    return found;
  }

  /** Faults name files as people know them, not where the desk keeps them. */
  private static SourceAnswers read(Path yaml, TallyPlan plan) throws TallyException {
    try {
      return SourceFile.read(yaml, plan);
    } catch (TallyException e) {
      throw e.below(yaml.getParent());
    }
  }

  private List<Path> places() throws IOException {
    List<Path> places = new ArrayList<>();
    for (Path place : Folders.places(folder)) {
      Folders.finish(place);
      if (Files.isRegularFile(mapping(place))) {
        places.add(place);
      }
    }
    return places;
  }

  /** The folder of an id, which may come from anywhere. */
  private Optional<Path> place(String id) throws IOException {
    return places().stream().filter(place -> name(place).equals(id)).findFirst();
  }

  private static Path mapping(Path place) {
    return place.resolve(name(place) + END);
  }

  private static Optional<Path> table(Path place) throws IOException {
    String mapping = name(place) + END;
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !name(file).equals(mapping) && !name(file).startsWith("."))
          .sorted()
          .findFirst();
    }
  }

  private static String state(Path place) throws IOException {
    StringBuilder state = new StringBuilder();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.sorted().toList()) {
        state
            .append(name(file))
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
    }
    return state.toString();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
