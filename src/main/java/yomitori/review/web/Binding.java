package yomitori.review.web;

import java.util.List;

/**
 * Where the server listens and what it is called there.
 *
 * @param address the address to listen at; 127.0.0.1 unless told otherwise
 * @param port 0 takes any free port
 * @param hosts names by which browsers may ask for the desk beside those of this machine itself
 *     (localhost, 127.0.0.1, ::1) and the address; without ports
 * @param https whether browsers come through a proxy that speaks HTTPS: cookies are then never sent
 *     in the clear
 */
public record Binding(String address, int port, List<String> hosts, boolean https) {

  /** Copies the list. */
  public Binding {
    hosts = List.copyOf(hosts);
  }

  /** This machine only. */
  public static Binding loopback(int port) {
    return new Binding("127.0.0.1", port, List.of(), false);
  }

  /** Whether only this machine reaches the pages. */
  public boolean isLoopback() {
    return address.equalsIgnoreCase("localhost") || Gate.isLoopback(address);
  }
}
