package yomitori.review.web;

import io.javalin.http.HandlerType;

/** Where routes say what they answer to. Paths are Javalin's: {@code /faxes/{id}}. */
public final class Router {

  /** Takes a route into the server. */
  interface Sink {
    void add(HandlerType method, String path, Access access, Handler handler);
  }

  private final Sink sink;

  Router(Sink sink) {
    this.sink = sink;
  }

  /** Shows something. */
  public void get(String path, Access access, Handler handler) {
    sink.add(HandlerType.GET, path, access, handler);
  }

  /** Does something; the form's origin and token have been looked at. */
  public void post(String path, Access access, Handler handler) {
    sink.add(HandlerType.POST, path, access, handler);
  }

  /** Puts something in place; for programs. */
  public void put(String path, Access access, Handler handler) {
    sink.add(HandlerType.PUT, path, access, handler);
  }

  /** Takes something away; for programs. */
  public void delete(String path, Access access, Handler handler) {
    sink.add(HandlerType.DELETE, path, access, handler);
  }
}
