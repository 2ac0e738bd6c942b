import CSystemd

/// The memory that this process took from the kernel for what it makes.
public enum Heap {
  /// Gives back what is free in it.
  public static func trim() { _ = malloc_trim(0) }
}
