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
      List.of("id", "version", "title", "sheet", "blank", "style", "print", "fields");

  private static final Pattern BLANK = Pattern.compile("[\\w.-]+\\.(pdf|png|tif|tiff)");

  private final Problems problems;
  private final Layout layout = new Layout();
  private final Printing printing = new Printing(layout);

  FormReader(Problems problems) {
    this.problems = problems;
  }

  /** The form, if nothing is wrong with it. */
  Optional<Form> read(Node root, Path file) {
    Optional<YamlMap> block = new YamlValue("form", root, problems).map();
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
    Style style = Style.read(map.get("style").flatMap(YamlValue::map));
    PrintReader prints = new PrintReader(style, printing, problems);
    entries(map.get("print")).forEach(prints::read);
    List<Field> fields = fields(map, style);
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
            blank.orElseThrow()));
  }

  private List<Field> fields(YamlMap map, Style style) {
    FieldParts parts = new FieldParts(style, new Ids(), layout, printing);
    FieldReader reader = new FieldReader(parts, problems);
    List<Field> fields = new ArrayList<>();
    for (YamlMap entry : entries(map.require("fields"))) {
      reader.read(entry).ifPresent(fields::add);
    }
    return fields;
  }

  private static List<YamlMap> entries(Optional<YamlValue> list) {
    return list.flatMap(YamlValue::list).stream()
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
