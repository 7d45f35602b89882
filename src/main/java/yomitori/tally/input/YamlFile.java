package yomitori.tally.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import yomitori.tally.input.TallyException.Fault;

/**
 * A YAML file as a record: its keys are the record's components, one that is not known stops the
 * run, and one value may stand for a list of one.
 *
 * @param file where it lies
 * @param text what it says
 */
public record YamlFile(Path file, String text) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /**
   * Reads a file.
   *
   * @throws TallyException if it cannot be read
   */
  public static YamlFile read(Path file) throws TallyException {
    try {
      return new YamlFile(file, Files.readString(file));
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.UNREADABLE, e);
    }
  }

  /**
   * Takes it as a record; what is missing is null or 0.
   *
   * @throws TallyException with the line, if it is no such record
   */
  public <T> T as(Class<T> type) throws TallyException {
    try {
      JsonNode tree = YAML.readTree(text);
      if (tree == null || !tree.isObject()) {
        throw new TallyException(file, 1, Fault.NO_YAML, "");
      }
      return YAML.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      throw fault(e, Fault.UNKNOWN_KEY, e.getPropertyName());
    } catch (MismatchedInputException e) {
      throw fault(e, Fault.WRONG_VALUE, path(e));
    } catch (JsonMappingException e) {
      throw fault(e, Fault.WRONG_VALUE, path(e) + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw fault(e, Fault.NO_YAML, e.getOriginalMessage());
    }
  }

  /**
   * A fault in what the file says.
   *
   * @param what a word that stands in the file, by which its line is found
   */
  public TallyException fault(Fault fault, String what) {
    List<String> lines = text.lines().toList();
    Predicate<String> asWord =
        Pattern.compile("(?<![\\w.])" + Pattern.quote(what) + "(?![\\w.])").asPredicate();
    return new TallyException(
        file,
        first(lines, asWord).orElse(first(lines, l -> l.contains(what)).orElse(0)),
        fault,
        what);
  }

  /** The number of the first line of a kind, from 1. */
  private static OptionalInt first(List<String> lines, Predicate<String> kind) {
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> kind.test(lines.get(number - 1)))
        .findFirst();
  }

  private TallyException fault(JsonProcessingException e, Fault fault, String what) {
    JsonLocation at = e.getLocation();
    TallyException said = new TallyException(file, at == null ? 0 : at.getLineNr(), fault, what);
    said.initCause(e);
    return said;
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + (step.getIndex() + 1) : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
