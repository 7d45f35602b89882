package yomitori.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a definition's root. */
final class FormReader {

  /** The name a definition has in its folder. */
  static final String FILE_NAME = "form.yaml";

  private static final List<String> KEYS =
      List.of(
          "id", "version", "title", "sheet", "pixels", "blank", "style", "doubt", "phrases",
          "print", "fields");

  private static final Pattern BLANK = Pattern.compile("[\\w.-]+\\.(pdf|png|tif|tiff)");

  private static final double MM_PER_INCH = 25.4;

  private final Problems problems;
  private final Layout layout = new Layout();
  private final Printing printing = new Printing(layout);

  FormReader(Problems problems) {
    this.problems = problems;
  }

  /** The form, if nothing is wrong with it. */
  Optional<Form> read(Node root, Path file) {
    Optional<YamlMap> block = new YamlValue("form", root, problems, Scale.MM).map();
    if (block.isEmpty()) {
      return Optional.empty();
    }
    YamlMap map = block.get();
    map.allow(KEYS);
    Optional<String> id = map.require("id").flatMap(value -> formId(value, file));
    Optional<String> version = map.require("version").flatMap(YamlValue::text);
    Optional<String> title = map.require("title").flatMap(YamlValue::text);
    Optional<double[]> sheet = map.require("sheet").flatMap(value -> value.size(FormLimits.SHEET));
    Optional<String> blank =
        map.get("blank").map(FormReader::blank).orElse(Optional.of(Form.DEFAULT_BLANK));
    Optional<DoubtCosts> doubt =
        map.get("doubt")
            .map(value -> value.map().flatMap(DoubtCosts::read))
            .orElse(Optional.of(DoubtCosts.DEFAULT));
    Optional<Scale> scale = scale(map, sheet);
    if (scale.isEmpty()) {
      return Optional.empty();
    }
    Scale unit = scale.get();
    Style style = Style.read(map.get("style").map(value -> value.in(unit)).flatMap(YamlValue::map));
    PrintReader prints = new PrintReader(style, printing, problems);
    entries(map.get("print"), unit).forEach(prints::read);
    List<Field> fields = fields(map, style, unit);
    sheet.ifPresent(size -> layout.check(size[0], size[1], problems));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Form(
            id.orElseThrow(),
            version.orElseThrow(),
            title.orElseThrow(),
            sheet.orElseThrow()[0],
            sheet.orElseThrow()[1],
            fields,
            printing.items(),
            blank.orElseThrow(),
            doubt.orElseThrow()));
  }

  /** Empty where the unit cannot be told, and so nothing that is measured in it can be judged. */
  private Optional<Scale> scale(YamlMap map, Optional<double[]> sheet) {
    Optional<YamlValue> written = map.get("pixels");
    if (written.isEmpty()) {
      return Optional.of(Scale.MM);
    }
    Optional<double[]> pixels = written.get().size(FormLimits.PIXELS);
    if (sheet.isEmpty() || pixels.isEmpty()) {
      return Optional.empty();
    }
    Scale scale = Scale.of(sheet.get(), pixels.get());
    if (!scale.even()) {
      problems.add(
          written.get().node(),
          Mistake.UNEVEN_PIXELS,
          Math.round(MM_PER_INCH / scale.mmPerX()),
          Math.round(MM_PER_INCH / scale.mmPerY()));
      return Optional.empty();
    }
    return Optional.of(scale);
  }

  private List<Field> fields(YamlMap map, Style style, Scale unit) {
    List<String> phrases = map.get("phrases").flatMap(Lexicons::words).orElse(List.of());
    FieldParts parts = new FieldParts(style, new Ids(), new Once(), layout, printing, phrases);
    FieldReader reader = new FieldReader(parts, problems);
    List<Field> fields = new ArrayList<>();
    for (YamlMap entry : entries(map.require("fields"), unit)) {
      reader.read(entry).ifPresent(fields::add);
    }
    return fields;
  }

  private static List<YamlMap> entries(Optional<YamlValue> list, Scale unit) {
    return list.map(value -> value.in(unit)).flatMap(YamlValue::list).stream()
        .flatMap(List::stream)
        .flatMap(entry -> entry.map().stream())
        .toList();
  }

  private static Optional<String> formId(YamlValue value, Path file) {
    Optional<String> id = new Ids().claim(value, Ids.FORM, "");
    Path folder = file.toAbsolutePath().normalize().getParent();
    boolean inItsFolder =
        folder != null
            && folder.getFileName() != null
            && file.getFileName().toString().equals(FILE_NAME);
    if (id.isPresent() && inItsFolder && !id.get().equals(folder.getFileName().toString())) {
      value.problems().add(value.node(), Mistake.NOT_ITS_FOLDER, id.get(), folder.getFileName());
      return Optional.empty();
    }
    return id;
  }

  private static Optional<String> blank(YamlValue value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !BLANK.matcher(name.get()).matches()) {
      value.problems().add(value.node(), Mistake.BAD_BLANK, name.get());
      return Optional.empty();
    }
    return name;
  }
}
