package yomitori.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"yomitori " + number()};
  }

  /** The version by itself. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return Optional.ofNullable(version).orElse("(unpacked)");
  }
}
