package yomitori.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads form definitions; their format is described in {@code docs/form-yaml.md}. */
public final class FormLoader {

  private FormLoader() {}

  /**
   * Reads a form.
   *
   * @param formYaml its definition, {@code forms/ID/form.yaml}
   * @throws FormException if it cannot be read or anything is wrong in it, with every mistake
   */
  public static Form load(Path formYaml) {
    Problems problems = new Problems();
    return read(formYaml, problems)
        .orElseThrow(() -> new FormException(formYaml, problems.byLine()));
  }

  /** Every mistake in a definition, by line; none where it can be loaded. */
  public static List<Problem> check(Path formYaml) {
    Problems problems = new Problems();
    read(formYaml, problems);
    return problems.byLine();
  }

  private static Optional<Form> read(Path formYaml, Problems problems) {
    Optional<Node> root = YamlSource.read(formYaml, problems);
    return root.flatMap(node -> new FormReader(problems).read(node, formYaml));
  }
}
