package yomitori.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yomitori.form.Form;
import yomitori.intake.Page;
import yomitori.mark.MarkReading;
import yomitori.record.PageRecord.Status;
import yomitori.register.RegisteredPage;
import yomitori.register.Registration;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.text.SenderLine;
import yomitori.text.TextReader;
import yomitori.text.TextReading;

/**
 * Reads a page: register, marks, text, values, record. A pure function of the page and the forms;
 * as thread-safe as the stages it is made of.
 */
public final class PageReader {

  private final Function<Page, Registration> registrar;
  private final Function<RegisteredPage, List<MarkReading>> markReader;
  private final TextReader textReader;
  private final ResolveStage resolver;
  private final Function<Page, Optional<SenderLine>> senderReader;

  /** What was measured of a page to one value for each field of its form. */
  @FunctionalInterface
  public interface ResolveStage {
    List<FieldValue> resolve(Form form, Evidence evidence);
  }

  /**
   * @param registrar lays a page over the forms
   * @param markReader measures every checkbox
   * @param textReader reads the written fields, or some of them: a field without a reading has an
   *     empty value
   * @param resolver decides the values
   */
  public PageReader(
      Function<Page, Registration> registrar,
      Function<RegisteredPage, List<MarkReading>> markReader,
      TextReader textReader,
      ResolveStage resolver) {
    this(registrar, markReader, textReader, resolver, page -> Optional.empty());
  }

  /**
   * The same, with one stage more.
   *
   * @param senderReader reads the line of the machine that sent a page, form or not
   */
  public PageReader(
      Function<Page, Registration> registrar,
      Function<RegisteredPage, List<MarkReading>> markReader,
      TextReader textReader,
      ResolveStage resolver,
      Function<Page, Optional<SenderLine>> senderReader) {
    this.registrar = registrar;
    this.markReader = markReader;
    this.textReader = textReader;
    this.resolver = resolver;
    this.senderReader = senderReader;
  }

  /**
   * Reads one page.
   *
   * @param receivedAt when its file was last written
   * @param clock watches the stages
   */
  public PageReading read(Page page, Instant receivedAt, StageClock clock) {
    Optional<SenderLine> sender = clock.during(Stage.TEXT, () -> senderReader.apply(page));
    Registration registration = clock.during(Stage.REGISTER, () -> registrar.apply(page));
    if (registration instanceof Registration.Registered registered) {
      return readRegistered(registered, sender, receivedAt, clock);
    }
    Optional<Form> nearest = ((Registration.NotRegistered) registration).nearest();
    Status status = nearest.isPresent() ? Status.UNREADABLE : Status.NOT_A_FORM;
    return new PageReading(
        page,
        record(page, nearest, receivedAt, status, List.of(), Optional.empty(), sender),
        registration,
        List.of());
  }

  /**
   * Reads a page whose place is known: a person has shown it.
   *
   * @param receivedAt when its file was last written
   */
  public PageReading readLaid(RegisteredPage laid, Instant receivedAt) {
    return readRegistered(
        new Registration.Registered(laid),
        senderReader.apply(laid.page()),
        receivedAt,
        StageClock.NONE);
  }

  private PageReading readRegistered(
      Registration.Registered registered,
      Optional<SenderLine> sender,
      Instant receivedAt,
      StageClock clock) {
    RegisteredPage page = registered.page();
    List<MarkReading> marks = clock.during(Stage.MARK, () -> markReader.apply(page));
    List<TextReading> texts = clock.during(Stage.TEXT, () -> textReader.read(page));
    Form form = page.form();
    Evidence evidence = clock.during(Stage.RESOLVE, () -> Evidence.of(page, marks, texts));
    List<FieldValue> values =
        clock.during(Stage.RESOLVE, () -> inFormOrder(form, resolver.resolve(form, evidence)));
    PageRecord record =
        record(
            page.page(),
            Optional.of(form),
            receivedAt,
            Status.of(values),
            values,
            Optional.of(evidence),
            sender);
    return new PageReading(page.page(), record, registered, marks);
  }

  private static List<FieldValue> inFormOrder(Form form, List<FieldValue> values) {
    Map<String, FieldValue> byField =
        values.stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
    return form.fields().stream()
        .flatMap(field -> Optional.ofNullable(byField.get(field.id())).stream())
        .toList();
  }

  private static PageRecord record(
      Page page,
      Optional<Form> form,
      Instant receivedAt,
      Status status,
      List<FieldValue> values,
      Optional<Evidence> evidence,
      Optional<SenderLine> sender) {
    String id = form.map(Form::id).orElse("");
    String version = form.map(Form::version).orElse("");
    return new PageRecord(
        RecordId.of(page.sha256(), id, version),
        id,
        version,
        page.source(),
        page.number(),
        receivedAt,
        status,
        values,
        evidence,
        sender);
  }
}
