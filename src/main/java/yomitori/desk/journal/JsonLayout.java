package yomitori.desk.journal;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** An event as one line of JSON: time, level, thread, logger, message, and the trace of a fault. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {

  private static final JsonFactory JSON = new JsonFactory();

  private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

  @Override
  public void start() {
    traces.start();
    super.start();
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", event.getInstant().toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("thread", event.getThreadName());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("message", event.getFormattedMessage());
      for (Map.Entry<String, String> detail : event.getMDCPropertyMap().entrySet()) {
        json.writeStringField(detail.getKey(), detail.getValue());
      }
      if (event.getThrowableProxy() != null) {
        json.writeStringField("trace", traces.convert(event));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory: cannot be
    }
    return line.append('\n').toString();
  }
}
