package yomitori.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import yomitori.record.Batch;
import yomitori.record.RecordFiles;
import yomitori.review.ReviewPage;

/**
 * The files that the paths of a command line stand for. Folders are walked whole, in the order of
 * their paths, through symbolic links but never round in circles; a file met twice is taken once. A
 * file of a folder is named by its path in that folder, unless several folders have one of that
 * name: then by the path as given. In folders, what no sender sends is passed over: names that
 * begin with a dot, {@code Thumbs.db}, {@code desktop.ini}, the folder that is written to, and what
 * Yomitori itself writes: its tables, its log, and the review page with the pictures of an earlier
 * run. A folder that is named is looked into even where it is the one that is written to.
 *
 * @param files to be opened
 * @param unreachable sources that are not there or may not be looked into
 */
record Inputs(List<Batch.Input> files, List<String> unreachable) {

  private static final Set<String> PASSED_OVER = passedOver();

  private static Set<String> passedOver() {
    Set<String> names =
        new HashSet<>(
            Set.of(
                "Thumbs.db",
                "desktop.ini",
                "truth.csv",
                "fields.csv",
                "effects.csv",
                "geometry.csv",
                ReviewPage.NAME,
                FaultLog.NAME));
    for (String name : RecordFiles.NAMES) {
      names.add(name);
      names.add(name + ".part");
    }
    return Set.copyOf(names);
  }

  Inputs {
    files = List.copyOf(files);
    unreachable = List.copyOf(unreachable);
  }

  /**
   * @param out the folder that is written to
   */
  static Inputs find(List<Path> paths, Path out) {
    Search search = new Search(real(out));
    paths.forEach(search::add);
    return new Inputs(toldApart(search.files), search.unreachable);
  }

  /** Files of several folders that would have the same name keep the path as it was given. */
  private static List<Batch.Input> toldApart(List<Batch.Input> files) {
    Map<String, Long> met =
        files.stream().collect(Collectors.groupingBy(Batch.Input::source, Collectors.counting()));
    List<Batch.Input> apart =
        files.stream()
            .map(f -> met.get(f.source()) == 1 ? f : new Batch.Input(f.file(), slashes(f.file())))
            .toList();
    // A path as given may be what another file is called in its folder.
    return apart.equals(files) ? files : toldApart(apart);
  }

  private static String slashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static final class Search {

    private final Path out;
    private final List<Batch.Input> files = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    Search(Path out) {
      this.out = out;
    }

    void add(Path path) {
      if (Files.isDirectory(path)) {
        addFolder(path);
      } else {
        addFile(path, slashes(path));
      }
    }

    private void addFile(Path file, String source) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        unreachable.add(source);
      } else if (seen.add(real(file))) {
        files.add(new Batch.Input(file, source));
      }
    }

    private void addFolder(Path folder) {
      List<Path> found = new ArrayList<>();
      try {
        Files.walkFileTree(
            folder,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                return !dir.equals(folder) && isPassedOverFolder(dir)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                if (!isPassedOver(file)) {
                  found.add(file);
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A link back to a folder above: all that lies there is found anyway.
                boolean wanted = file.equals(folder) || !isPassedOver(file);
                if (wanted && !(e instanceof FileSystemLoopException)) {
                  unreachable.add(source(folder, file));
                }
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        unreachable.add(slashes(folder));
      }
      found.sort(Comparator.comparing(file -> source(folder, file)));
      found.forEach(file -> addFile(file, source(folder, file)));
    }

    private boolean isPassedOverFolder(Path folder) {
      return isPassedOver(folder) || real(folder).equals(out) || holdsOverlays(folder);
    }

    /** Whether a run wrote its pictures here: they would be read as the faxes that they show. */
    private boolean holdsOverlays(Path folder) {
      Path results = folder.toAbsolutePath().getParent();
      return folder.endsWith(ReadRun.OVERLAY_FOLDER)
          && (real(results).equals(out)
              || Files.exists(results.resolve(RecordFiles.RECORDS_JSONL))
              || Files.exists(results.resolve(RecordFiles.RECORDS_JSONL + ".part")));
    }

    private static boolean isPassedOver(Path path) {
      String name = path.getFileName().toString();
      return name.startsWith(".") || PASSED_OVER.contains(name);
    }

    private static String source(Path folder, Path file) {
      String relative = slashes(folder.relativize(file));
      return relative.isEmpty() ? slashes(file) : relative;
    }
  }
}
