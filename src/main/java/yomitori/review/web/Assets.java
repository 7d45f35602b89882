package yomitori.review.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Style sheets, scripts and pictures. The address of each holds a digest of what is in it, so a
 * browser may keep it for good: after an update the address is another.
 *
 * <p>An asset's name is its path below the resources of {@code yomitori.review}, for example {@code
 * web/desk.css}; {@link #HTMX} is the library's.
 */
public final class Assets {

  /** The name of htmx. */
  public static final String HTMX = "htmx.js";

  static final String PATH = "/static/";

  private static final String HTMX_RESOURCE =
      "META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js";

  /** One dot only, so that no name leads out of the folder. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9/-]+\\.(css|js|svg|png)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private static final int DIGEST_CHARACTERS = 16;

  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  Assets() {}

  /** What is in an asset. */
  static final class Asset {

    private final String digest;
    private final String type;
    private final byte[] bytes;

    private Asset(String digest, String type, byte[] bytes) {
      this.digest = digest;
      this.type = type;
      this.bytes = bytes;
    }

    String digest() {
      return digest;
    }

    String type() {
      return type;
    }

    InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /**
   * The address of an asset.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public String address(String name) {
    Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    return PATH + asset.digest() + "/" + name;
  }

  /** The asset of a name, which may come from anywhere. */
  Optional<Asset> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Asset known = loaded.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Asset> found = load(name, TYPES.get(matcher.group(1)));
    found.ifPresent(asset -> loaded.put(name, asset));
    return found;
  }

  private static Optional<Asset> load(String name, String type) {
    String resource = name.equals(HTMX) ? HTMX_RESOURCE : "yomitori/review/" + name;
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(new Asset(digest(bytes), type, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha256).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
