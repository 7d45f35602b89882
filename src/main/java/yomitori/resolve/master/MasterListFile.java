package yomitori.resolve.master;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yomitori.resolve.table.Table;
import yomitori.resolve.table.TableFile;
import yomitori.resolve.table.TableTooLargeException;

/**
 * Reads master lists: a plain CSV, or the CSV and XLSX files of the regional bureaus (コード内容別医療機関
 * 一覧表). CSV may be UTF-8 or CP932, and packed with gzip.
 */
public final class MasterListFile {

  /**
   * What was read.
   *
   * @param entries the institutions
   * @param skipped rows that should be institutions and are none
   */
  public record Read(List<MasterEntry> entries, List<Skipped> skipped) {

    /** Copies the lists of rows. */
    public Read {
      entries = List.copyOf(entries);
      skipped = List.copyOf(skipped);
    }

    /** The institutions as a list to look things up in. */
    public MasterList list() {
      return MasterList.of(entries);
    }
  }

  /** Why a row was left out. */
  public enum Why {
    /** Its prefecture is none of 47. */
    NO_PREFECTURE,
    /** Its code is not one of seven digits. */
    NO_CODE,
    /** It has no name. */
    NO_NAME
  }

  /**
   * A row that was left out.
   *
   * @param row from 1: the line of a CSV, the row of a sheet
   * @param why what it lacks
   * @param text what stands in it
   */
  public record Skipped(int row, Why why, String text) {}

  private MasterListFile() {}

  /**
   * Reads a file whole.
   *
   * @throws MasterListException if it cannot be read or holds no list
   */
  public static Read read(Path file) throws MasterListException {
    MasterRows rows = new MasterRows(file);
    try {
      for (Table table : TableFile.read(file, Optional.empty())) {
        rows.take(table.rows(), table.sheet());
      }
    } catch (TableTooLargeException e) {
      throw MasterListException.tooLarge(file, e);
    } catch (IOException e) {
      throw MasterListException.unreadable(file, e);
    }
    return rows.read();
  }
}
