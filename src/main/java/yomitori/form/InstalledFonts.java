package yomitori.form;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where font files lie on this machine. Folders are looked through by file name, the one that
 * {@value #FOLDER_SETTING} names before all others; what may not be read is passed over. Immutable.
 *
 * @param folders in the order in which they are looked through; they need not exist
 */
public record InstalledFonts(List<Path> folders) {

  /** The environment variable that names a folder to look in before all others. */
  public static final String FOLDER_SETTING = "YOMITORI_FONT_DIR";

  /** Font folders hold families in folders, and those styles or formats, rarely more. */
  private static final int DEPTH = 6;

  public InstalledFonts {
    folders = List.copyOf(folders);
  }

  /** Where Linux, macOS and Windows keep fonts, for the user who runs this. */
  public static InstalledFonts here() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", "")));
  }

  /** Where a user with this environment and home keeps fonts. */
  static InstalledFonts of(Map<String, String> environment, Path home) {
    List<Path> folders = new ArrayList<>();
    add(folders, environment.get(FOLDER_SETTING), "");
    folders.add(Path.of("/usr/share/fonts"));
    folders.add(Path.of("/usr/local/share/fonts"));
    folders.add(home.resolve(".local/share/fonts"));
    folders.add(home.resolve(".fonts"));
    folders.add(home.resolve("Library/Fonts"));
    folders.add(Path.of("/Library/Fonts"));
    folders.add(Path.of("/System/Library/Fonts"));
    add(folders, environment.get("LOCALAPPDATA"), "Microsoft/Windows/Fonts");
    add(folders, environment.get("WINDIR"), "Fonts");
    return new InstalledFonts(folders);
  }

  private static void add(List<Path> folders, String root, String below) {
    if (root != null && !root.isBlank()) {
      folders.add(Path.of(root).resolve(below));
    }
  }

  /**
   * The file of this name in the first folder that has it, or that has it below; where a folder has
   * several, the one whose path comes first in alphabetical order.
   *
   * @param fileName such as {@code KleeOne-Regular.ttf}
   */
  public Optional<Path> find(String fileName) {
    return folders.stream()
        .map(folder -> find(folder, fileName))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** All of some files, if one and the same folder holds them or has them below. */
  Optional<List<Path>> findTogether(List<String> fileNames) {
    for (Path folder : folders) {
      List<Path> found =
          fileNames.stream().map(name -> find(folder, name)).flatMap(Optional::stream).toList();
      if (found.size() == fileNames.size()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> find(Path folder, String fileName) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.endsWith(fileName) && attributes.isRegularFile()) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return Optional.empty(); // A folder that cannot be looked through holds no font for us.
    }
    return found.stream().sorted().findFirst();
  }
}
