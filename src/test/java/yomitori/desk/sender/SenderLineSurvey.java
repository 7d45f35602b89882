package yomitori.desk.sender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.simulate.JmaForm;
import yomitori.text.FaxNumber;
import yomitori.text.LineModel;
import yomitori.text.PrintedSenderLine;
import yomitori.text.SenderLine;
import yomitori.text.SenderLineReader;

/**
 * A program, not a test: reads the sender's line of simulated faxes and prints how many numbers the
 * desk then takes for the sender's: right, none though there is one, and wrong. Its arguments are
 * folders that {@code ./yomitori simulate} wrote. Each page is read as it is; where it has no
 * number of the numbering plan, also with a line of another machine put above it ({@link
 * PrintedSenderLine}).
 */
public final class SenderLineSurvey {

  private static final Pattern PLACE = Pattern.compile("^[^,]+,\\d+(?=,)");

  private static final Pattern HEADER =
      Pattern.compile("^([^,]+,\\d+),header_line,[a-z]+,.*?text=(\\S+)");

  private static final HeaderNumbers HEADERS = new HeaderNumbers(List.of(JmaForm.FORM));

  private SenderLineSurvey() {}

  public static void main(String[] folders) throws IOException {
    SenderLineReader reader = new SenderLineReader(LineModel.standard());
    System.out.println("| folder | lines | pages | right | none | wrong |");
    for (String folder : folders) {
      Tally simulated = new Tally(folder, "simulated");
      Tally printed = new Tally(folder, "other");
      RandomGenerator chance = new SplittableRandom(folder.hashCode());
      for (Map.Entry<String, String> known : headers(Path.of(folder)).entrySet()) {
        String[] place = known.getKey().split(",", -1);
        Page page = page(Path.of(folder, place[0]), Integer.parseInt(place[1]));
        simulated.add(known.getKey(), known.getValue(), reader.read(page));
        if (known.getValue().isEmpty()) {
          PrintedSenderLine line = PrintedSenderLine.draw(chance);
          printed.add(
              known.getKey() + " " + line, line.number(), reader.read(line.above(page, chance)));
        }
      }
      simulated.print();
      printed.print();
    }
  }

  private static final class Tally {

    private final String folder;
    private final String lines;
    private int pages;
    private int right;
    private int wrong;

    Tally(String folder, String lines) {
      this.folder = folder;
      this.lines = lines;
    }

    void add(String page, String truth, Optional<SenderLine> read) {
      String sender = SenderName.of("a.tif", record(read), HEADERS);
      pages++;
      right += sender.equals(truth) ? 1 : 0;
      wrong += sender.isEmpty() || sender.equals(truth) ? 0 : 1;
      if (!sender.equals(truth)) {
        System.err.println(lines + " " + page + ": " + truth + " read as " + read);
      }
    }

    void print() {
      int none = pages - right - wrong;
      System.out.printf(
          "| %s | %s | %d | %d | %d | %d |%n", folder, lines, pages, right, none, wrong);
    }
  }

  private static PageRecord record(Optional<SenderLine> sender) {
    return new PageRecord(
        "",
        "",
        "",
        "a.tif",
        1,
        Instant.EPOCH,
        Status.NOT_A_FORM,
        List.of(),
        Optional.empty(),
        sender);
  }

  private static Page page(Path file, int number) throws IOException {
    try (FaxDocument document = Intake.open(file, file.getFileName().toString())) {
      return ((IntakeOutcome.Decoded) document.page(number)).page();
    }
  }

  /**
   * The number in the line of each page that holds a form; empty where there is no line, or none of
   * the numbering plan in it.
   */
  private static Map<String, String> headers(Path folder) throws IOException {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("truth.csv"))) {
      Matcher place = PLACE.matcher(line);
      if (place.find()) {
        numbers.put(place.group(), "");
      }
    }
    for (String line : Files.readAllLines(folder.resolve("effects.csv"))) {
      Matcher header = HEADER.matcher(line);
      if (header.find() && numbers.containsKey(header.group(1))) {
        String text = header.group(2).replace('_', ' ');
        FaxNumber.in(text).forEach(found -> numbers.put(header.group(1), found.digits()));
      }
    }
    return numbers;
  }
}
