package yomitori.review.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What keeps other sites out, and what tells browsers to keep them out. */
final class Gate {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> hosts = new HashSet<>(THIS_MACHINE);
  private final boolean https;

  Gate(Binding binding) {
    https = binding.https();
    hosts.add(asInHeader(binding.address()));
    binding.hosts().forEach(host -> hosts.add(asInHeader(host)));
  }

  private static String asInHeader(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    return small.contains(":") && !small.startsWith("[") ? "[" + small + "]" : small;
  }

  /** Every answer has these. */
  void setHeaders(Context context) {
    context.header("Content-Security-Policy", CONTENT_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    // Not "no-referrer": browsers would then hide the origin of our own forms too.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cache-Control", "no-store");
    if (https) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /**
   * Refuses a name that is not ours: another site may have had its name point here, so that a
   * browser takes the desk for it.
   */
  void checkHost(Context context) {
    String host = context.host();
    if (host == null || !hosts.contains(withoutPort(host))) {
      throw Refusal.unknownHost();
    }
  }

  private static String withoutPort(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    return small.replaceFirst(":\\d+$", "");
  }

  /** Refuses what another site had the browser send. */
  void checkOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw Refusal.foreignForm();
    }
    String origin = context.header("Origin");
    if (origin != null && !hostOf(origin).equalsIgnoreCase(context.host())) {
      throw Refusal.foreignForm();
    }
  }

  private static String hostOf(String origin) {
    try {
      String authority = new URI(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (URISyntaxException e) {
      throw Refusal.foreignForm();
    }
  }

  /**
   * Where a request comes from. Behind a proxy on this machine it is what the proxy says, which
   * adds its word at the end.
   */
  String address(Context context) {
    String direct = context.ip();
    String forwarded = context.header("X-Forwarded-For");
    if (https && forwarded != null && isLoopback(direct)) {
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    return direct;
  }

  /** Whether an address, in digits, is this machine's own. */
  static boolean isLoopback(String address) {
    try {
      return address.matches("[0-9a-fA-F:.%\\[\\]]+")
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
