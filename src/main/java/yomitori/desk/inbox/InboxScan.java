package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Lists what lies in the inbox and its subfolders. Links are not followed; hidden files and names
 * that programs give to what they have not finished writing are passed over until they are renamed.
 */
final class InboxScan {

  private static final List<String> UNFINISHED =
      List.of(".tmp", ".temp", ".part", ".partial", ".crdownload", ".filepart", ".download", "~");

  private static final List<String> OF_SYSTEMS = List.of("thumbs.db", "desktop.ini");

  /**
   * What was found.
   *
   * @param files in the order of their last write
   * @param folders every folder that files may be dropped into
   * @param apart what the desk has put apart and not brought away yet
   */
  record Found(List<Candidate> files, List<Path> folders, List<Apart> apart) {}

  private InboxScan() {}

  /**
   * Lists a folder.
   *
   * @param unreadable is told of files and folders that could not be looked at
   * @throws IOException if the inbox itself cannot be listed
   */
  static Found of(Path inbox, BiConsumer<Path, IOException> unreadable) throws IOException {
    List<Candidate> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    List<Apart> apart = new ArrayList<>();
    Files.walkFileTree(
        inbox,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(inbox) && isHidden(folder)) {
              if (Apart.is(folder)) {
                look(folder);
              }
              return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            return FileVisitResult.CONTINUE;
          }

          private void look(Path folder) {
            try {
              Apart.in(inbox, folder).ifPresent(apart::add);
            } catch (IOException e) {
              unreadable.accept(folder, e);
            }
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isFinished(file)) {
              files.add(
                  new Candidate(
                      file,
                      source(inbox, file),
                      attributes.size(),
                      attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(inbox)) {
              throw e;
            }
            if (Files.exists(file)) { // else it was renamed or removed meanwhile
              unreadable.accept(file, e);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(
        (a, b) -> {
          int byTime = a.modified().compareTo(b.modified());
          return byTime != 0 ? byTime : a.source().compareTo(b.source());
        });
    return new Found(files, folders, apart);
  }

  static String source(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isFinished(Path file) {
    String name = name(file);
    return !isHidden(file)
        && !OF_SYSTEMS.contains(name)
        && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  /** Office programs lock with names of {@code ~$}. */
  private static boolean isHidden(Path file) {
    return name(file).startsWith(".") || name(file).startsWith("~$");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
