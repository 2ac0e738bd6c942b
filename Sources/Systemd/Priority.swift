import CSystemd
import Glibc

/// How this process stands behind others that want the processor or the disk.
public enum Priority {
  /// Lets everybody else go first from now on.
  ///
  /// Where that is refused all goes on as it is: it is done as well, and only sooner than need be.
  public static func lower() {
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    _ = csystemd_disk_when_idle()
  }
}
