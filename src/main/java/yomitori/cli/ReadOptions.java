package yomitori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import yomitori.desk.settings.Settings;
import yomitori.record.PageReader;
import yomitori.register.Blank;
import yomitori.resolve.Phrases;
import yomitori.resolve.Resolver;
import yomitori.resolve.master.MasterList;

/** The options of every command that reads. */
final class ReadOptions {

  @Option(names = "--form", paramLabel = "ID", descriptionKey = "option.form")
  private Optional<String> form = Optional.empty();

  @Option(names = "--forms", paramLabel = "DIR", descriptionKey = "option.forms")
  private Optional<Path> forms = Optional.empty();

  @Option(names = "--workers", paramLabel = "N", descriptionKey = "option.workers")
  private Optional<Integer> workers = Optional.empty();

  @Option(names = "--masters", paramLabel = "PATH", descriptionKey = "option.masters")
  private List<Path> masters = List.of();

  @Option(names = "--no-text", descriptionKey = "option.no-text")
  private boolean noText;

  /** These, and where one was not given what the desk's settings say. */
  ReadOptions orElse(Settings.Reading settings) {
    ReadOptions both = new ReadOptions();
    both.form = form.or(settings::form);
    both.forms = forms.or(settings::forms);
    both.workers = Optional.of(settings.workers());
    both.masters = masters.isEmpty() ? settings.masters() : masters;
    both.noText = noText || !settings.text();
    return both;
  }

  /** The options about forms as they were typed, each with a space in front. */
  String choice() {
    return form.map(id -> " --form " + id).orElse("")
        + forms.map(folder -> " --forms " + folder).orElse("");
  }

  boolean text() {
    return !noText;
  }

  /**
   * @throws CommandFailure if it is not a positive number
   */
  int workers(Session session) {
    return askedWorkers(session).orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /**
   * The number that was given, if any.
   *
   * @throws CommandFailure if it is not a positive number
   */
  Optional<Integer> askedWorkers(Session session) {
    if (workers.isPresent() && workers.get() < 1) {
      throw CommandFailure.wrongCommandLine(
          session.messages().text("workers.wrong", workers.get()));
    }
    return workers;
  }

  /**
   * The list of institutions, where one was named.
   *
   * @throws CommandFailure if a file holds none
   */
  Masters masters(Session session) {
    return Masters.load(masters, session);
  }

  /** The names of the list's files and folders, without the folders that these are in. */
  List<String> mastersNames() {
    return masters.stream().map(path -> path.getFileName().toString()).toList();
  }

  /**
   * A reader for pages of forms; whoever asked for it closes it.
   *
   * @param resolver decides what fields hold
   * @throws CommandFailure if a library or a language's data is missing
   */
  Rooms.OpenReader reader(Session session, List<Blank> blanks, PageReader.ResolveStage resolver) {
    return session.rooms().readers().build(blanks, text(), resolver, session.messages());
  }

  /**
   * The same for what no person adds phrases to: rehearsals and measurements.
   *
   * @param masters the institutions that may answer
   */
  Rooms.OpenReader reader(Session session, List<Blank> blanks, Optional<MasterList> masters) {
    return reader(session, blanks, new Resolver(masters, Phrases.none())::resolve);
  }

  /** The folder of forms. */
  Path folder(Session session) {
    return forms.orElseGet(() -> session.home().resolve("forms"));
  }

  /**
   * The forms to recognise.
   *
   * @throws CommandFailure if there is no such folder or no such form
   */
  List<Blank> blanks(Session session) {
    Path folder = folder(session);
    if (!Files.isDirectory(folder)) {
      String message = session.messages().text("forms.missing", folder);
      throw forms.isPresent()
          ? CommandFailure.wrongCommandLine(message)
          : CommandFailure.somethingMissing(message);
    }
    List<Blank> all = session.rooms().forms().load(folder, session.messages());
    if (form.isEmpty()) {
      return all;
    }
    List<Blank> chosen = all.stream().filter(b -> b.form().id().equals(form.get())).toList();
    if (chosen.isEmpty()) {
      List<String> known = all.stream().map(b -> b.form().id()).toList();
      throw CommandFailure.wrongCommandLine(
          session.messages().text("form.unknown", form.get(), String.join(", ", known)));
    }
    return chosen;
  }
}
