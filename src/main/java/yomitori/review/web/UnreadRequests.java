package yomitori.review.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * What is answered to a request that cannot be read as one, such as one with an address of many
 * kilobytes. Its language is not known, so it is told in all; the program's inside in none.
 */
final class UnreadRequests extends ErrorHandler {

  UnreadRequests() {
    setShowStacks(false);
    setShowServlet(false);
    setShowMessageInTitle(false);
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\">");
    for (String language : Languages.ALL) {
      Texts texts = Texts.of(Texts.SHARED, Languages.locale(language), ZoneOffset.UTC);
      page.append("<section lang=\"").append(language).append("\"><h1>");
      page.append(texts.text("error.title")).append("</h1><p>");
      page.append(texts.text("error.malformed")).append("</p><p><a href=\"/\">");
      page.append(texts.text("error.home")).append("</a></p></section>");
    }
    return ByteBuffer.wrap(page.toString().getBytes(StandardCharsets.UTF_8));
  }
}
