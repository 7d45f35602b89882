package yomitori.simulate.score;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import yomitori.form.CheckBox;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.simulate.line.Level;

/**
 * The truth about a folder of faxes: {@code truth.csv}, and where they lie beside it {@code
 * fields.csv}, {@code effects.csv} and {@code geometry.csv}.
 *
 * @param pages every page that holds a form, in the order of the table
 * @param sources every file that the tables name
 * @param passedOver pages that hold a form which is not wanted
 * @param effects the names of all effects that acted on any page, sorted
 */
record Truth(
    Map<PageKey, TruthPage> pages,
    Set<String> sources,
    Set<PageKey> passedOver,
    SortedSet<String> effects) {

  private static final List<String> TRUTH = List.of("source", "page", "form");
  private static final List<String> FIELDS =
      List.of("source", "page", "field", "place", "meant", "visible", "on_page", "effects");
  private static final List<String> EFFECTS = List.of("source", "page", "effect", "level");
  private static final List<String> GEOMETRY =
      List.of("source", "page", "x_mm", "y_mm", "x_px", "y_px");

  /**
   * Reads the tables.
   *
   * @param only the form whose pages are wanted; all where it is empty
   * @throws ScoreInputException if one of them cannot be used
   * @throws yomitori.form.FormException if a form's definition is wrong
   */
  static Truth load(Path truthCsv, FormLibrary library, Optional<String> only) {
    return new Loading(truthCsv, library, only).load();
  }

  private static final class Loading {

    private final Path truthCsv;
    private final FormLibrary library;
    private final Optional<String> only;
    private final List<String> known;
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<PageKey, Page> pages = new LinkedHashMap<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<PageKey> passedOver = new HashSet<>();
    private final SortedSet<String> effectNames = new TreeSet<>();
    private final Map<String, String> words = new HashMap<>();

    Loading(Path truthCsv, FormLibrary library, Optional<String> only) {
      this.truthCsv = truthCsv;
      this.library = library;
      this.only = only;
      this.known = library.ids();
    }

    /** One page while its parts are collected. */
    private static final class Page {
      private final Form form;
      private final Map<String, String> values;
      private final Map<String, Place> places = new HashMap<>();
      private final Map<String, Level> effects = new HashMap<>();
      private final Lattice.Points points = new Lattice.Points();

      private Page(Form form, Map<String, String> values) {
        this.form = form;
        this.values = values;
      }

      private TruthPage page(PageKey key) {
        return new TruthPage(key, form, values, places, Map.copyOf(effects), points.lattice());
      }
    }

    Truth load() {
      CsvTable.read(truthCsv, StandardCharsets.UTF_8, TRUTH, this::addPage);
      if (pages.isEmpty()) {
        throw ScoreInputException.in(truthCsv, "nothing");
      }
      sibling("fields.csv", FIELDS, this::addPlace);
      sibling("effects.csv", EFFECTS, this::addEffect);
      sibling("geometry.csv", GEOMETRY, this::addPoint);
      Map<PageKey, TruthPage> all = new LinkedHashMap<>();
      pages.forEach((key, page) -> all.put(key, page.page(key)));
      return new Truth(all, sources, passedOver, effectNames);
    }

    private void sibling(String name, List<String> columns, Consumer<CsvTable.Row> each) {
      Path file = truthCsv.resolveSibling(name);
      if (Files.isRegularFile(file)) {
        CsvTable.read(file, StandardCharsets.UTF_8, columns, each);
      }
    }

    private void addPage(CsvTable.Row row) {
      PageKey key = row.key();
      sources.add(key.source());
      Form form = form(row);
      if (only.isPresent() && !only.get().equals(form.id())) {
        passedOver.add(key);
        return;
      }
      Map<String, String> values = new HashMap<>();
      for (Field field : form.fields()) {
        if (!row.has(field.id())) {
          throw row.wrong("form.column", field.id());
        }
        String value = row.get(field.id());
        check(row, field, value);
        values.put(field.id(), shared(value));
      }
      if (pages.put(key, new Page(form, values)) != null) {
        throw row.wrong("twice", key.source(), key.page());
      }
    }

    private Form form(CsvTable.Row row) {
      String id = row.get("form");
      if (!known.contains(id)) {
        throw row.wrong("form.unknown", id, String.join(", ", known));
      }
      return forms.computeIfAbsent(id, library::load);
    }

    private static void check(CsvTable.Row row, Field field, String value) {
      if (field instanceof ChoiceField choice && !value.isEmpty() && !value.equals("?")) {
        List<String> options = choice.options().stream().map(choice::optionId).toList();
        if (!options.contains(value)) {
          throw row.wrong("choice", field.id(), value, String.join(", ", options));
        }
      } else if (Kind.of(field) == Kind.CHECKBOX && !value.equals("0") && !value.equals("1")) {
        throw row.wrong("flag", field.id(), value);
      }
    }

    private void addPlace(CsvTable.Row row) {
      PageKey key = row.key();
      Page page = pages.get(key);
      if (page == null) {
        return;
      }
      String visible = row.get("visible");
      Place place =
          new Place(
              shared(row.get("field")),
              shared(row.get("place")),
              shared(row.get("meant")),
              visible.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(row.share("visible")),
              row.flag("on_page"),
              tags(row.get("effects")));
      checkPlace(row, page, place);
      if (page.places.put(place.place(), place) != null) {
        throw row.wrong("place.twice", key.source(), key.page(), place.place());
      }
    }

    /** What is said of a place must be of the form, and agree with what the table says. */
    private static void checkPlace(CsvTable.Row row, Page page, Place place) {
      for (Field field : page.form.fields()) {
        String value = page.values.get(field.id());
        if (field instanceof ChoiceField choice) {
          for (CheckBox option : choice.options()) {
            if (option.id().equals(place.place())) {
              boolean chosen = choice.optionId(option).equals(value);
              check(row, place, value.equals("?") ? place.meant() : chosen ? "1" : "0");
              return;
            }
          }
        } else if (field.id().equals(place.place())) {
          check(row, place, Kind.of(field) == Kind.CHECKBOX ? value : place.meant());
          return;
        }
      }
      throw row.wrong("place.unknown", place.place(), page.form.id());
    }

    private static void check(CsvTable.Row row, Place place, String expected) {
      if (!place.meant().equals(expected)) {
        throw row.wrong("place.meant", place.place(), place.meant(), expected);
      }
    }

    private List<String> tags(String text) {
      if (text.isBlank()) {
        return List.of();
      }
      List<String> tags = new ArrayList<>();
      for (String tag : text.strip().split("\\s+", -1)) {
        tags.add(shared(tag));
      }
      return tags;
    }

    private void addEffect(CsvTable.Row row) {
      PageKey key = row.key();
      sources.add(key.source());
      Page page = pages.get(key);
      Level level =
          switch (row.get("level")) {
            case "mild" -> Level.MILD;
            case "strong" -> Level.STRONG;
            default -> throw row.wrong("level", row.get("level"));
          };
      if (page != null) {
        String effect = shared(row.get("effect"));
        effectNames.add(effect);
        // An effect that acts twice on a page, such as a second header line, counts once.
        page.effects.merge(effect, level, (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }

    private void addPoint(CsvTable.Row row) {
      Page page = pages.get(row.key());
      if (page != null) {
        page.points.add(
            row.number("x_mm"), row.number("y_mm"), row.number("x_px"), row.number("y_px"));
      }
    }

    /** The same text, held in memory once. */
    private String shared(String text) {
      String first = words.putIfAbsent(text, text);
      return first == null ? text : first;
    }
  }
}
