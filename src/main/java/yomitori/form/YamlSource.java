package yomitori.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Turns a file into YAML nodes that know their lines; whatever the bytes, in bounded memory. */
final class YamlSource {

  /** Forty times the survey's own definition. */
  private static final int MAX_BYTES = 256 << 10;

  /** Root, list, entry, list of options, option, coordinates: six; a few to spare. */
  private static final int MAX_DEPTH = 12;

  private YamlSource() {}

  static Optional<Node> read(Path file, Problems problems) {
    return text(file, problems).flatMap(text -> nodes(text, problems));
  }

  private static Optional<String> text(Path file, Problems problems) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      problems.add(1, 1, Mistake.MISSING_FILE);
      return Optional.empty();
    } catch (IOException e) {
      problems.add(1, 1, Mistake.UNREADABLE, e.getMessage());
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      problems.add(1, 1, Mistake.TOO_LARGE, MAX_BYTES / 1024);
      return Optional.empty();
    }
    return decode(bytes, problems);
  }

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      problems.add(line, 1, Mistake.NOT_UTF8);
      return Optional.empty();
    }
    String read = text.toString();
    return Optional.of(read.startsWith("\ufeff") ? read.substring(1) : read);
  }

  private static Optional<Node> nodes(String text, Problems problems) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_BYTES);
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setMaxAliasesForCollections(0);
    limits.setAllowRecursiveKeys(false);
    Yaml yaml = new Yaml(new SafeConstructor(limits));
    try {
      if (hasAlias(yaml, text, problems)) {
        return Optional.empty();
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        problems.add(1, 1, Mistake.NOT_A_BLOCK, "form");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException e) {
      problems.add(e.getProblemMark(), Mistake.SYNTAX, e.getProblem());
    } catch (YAMLException e) {
      problems.add(1, 1, Mistake.SYNTAX, e.getMessage());
    }
    return Optional.empty();
  }

  private static boolean hasAlias(Yaml yaml, String text, Problems problems) {
    boolean found = false;
    int depth = 0;
    for (Event event : yaml.parse(new StringReader(text))) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > MAX_DEPTH) {
        return found; // Composing refuses it and says so; scanning on would take minutes.
      }
      if (event instanceof AliasEvent alias) {
        problems.add(alias.getStartMark(), Mistake.ALIAS, alias.getAnchor());
        found = true;
      }
    }
    return found;
  }
}
