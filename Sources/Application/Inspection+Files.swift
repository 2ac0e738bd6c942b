import Coaching
import Configuration
import Files

extension Inspection {
  /// Whether what is the person's is theirs, and only theirs.
  static let permissions = Inspection { premises in
    let paths = premises.paths
    let open = [File.parent(of: paths.ledger), paths.configuration, paths.ownFile]
    let closed =
      [paths.spool, paths.lock, paths.backups(premises.settings.backup)].compactMap(\.self)
    let found =
      open.compactMap { fault($0, forbids: 0o022, premises.owner) }
      + (closed + [paths.ledger]).compactMap { fault($0, forbids: 0o077, premises.owner) }
    let says = "what is written is the person's, and theirs alone"
    return found.isEmpty ? [Checkup("permissions", .well, says)] : found
  }

  private static func fault(_ path: String, forbids bits: UInt32, _ owner: UInt32) -> Checkup? {
    guard let status = FileStatus(path) else { return nil }
    if status.owner != owner {
      let says = "\(path) belongs to somebody else (the user \(status.owner))"
      let remedy = "sudo chown -R \(owner) \(path)"
      return Checkup("permissions", .amiss, says, remedy: remedy)
    }
    if status.permissions & bits == 0 { return nil }
    let mode = bits == 0o022 ? "go-w" : status.isDirectory ? "700" : "600"
    let says = "others may \(bits == 0o022 ? "write to" : "read") \(path)"
    return Checkup("permissions", .amiss, says, remedy: "chmod \(mode) \(path)")
  }

  /// Whether a prompt can be put into the spool.
  static let spool = Inspection { premises in
    let (name, spool) = ("spool", premises.paths.spool)
    guard premises.settings.channels.contains(.spool) else {
      return [Checkup(name, .well, "it is not wanted (“channels” in coach.toml)")]
    }
    var place = spool
    while !File.exists(place), !place.isEmpty { place = File.parent(of: place) }
    let parts = place == spool ? ["", "/tmp", "/new", "/cur"] : [""]
    for part in parts.map({ place + $0 }) where File.exists(part) {
      guard FileStatus(part)?.isDirectory == true else {
        let says = "\(part) is no directory, so no prompt can be put there"
        return [Checkup(name, .amiss, says, remedy: "Move it away: mv \(part) \(part).old")]
      }
      guard File.canWrite(in: part) else {
        let says = "\(part) cannot be written, so no prompt can be put there"
        return [Checkup(name, .amiss, says, remedy: "chmod u+rwx \(part)")]
      }
    }
    let says = place == spool ? "\(spool) can be written" : "\(spool) is made when it is needed"
    return [Checkup(name, .well, says)]
  }

  /// Whether there is room, and leave, to write.
  static let disk = Inspection { premises in
    let paths = premises.paths
    let places = [paths.ledger, paths.spool, paths.ownFile].map(File.parent)
    var seen: [UInt64] = []
    var found: [Checkup] = []
    for place in places {
      var place = place
      while !File.exists(place), !place.isEmpty { place = File.parent(of: place) }
      guard let status = FileStatus(place), !seen.contains(status.device),
        let room = DiskRoom(at: place)
      else { continue }
      seen.append(status.device)
      if let fault = fault(room, place) { found.append(fault) }
    }
    return found.isEmpty ? [Checkup("disk", .well, "there is room to write")] : found
  }

  /// Below this a ledger and its backups have no room to grow, in bytes.
  private static let leastBytes: UInt64 = 16 << 20
  /// Below this many a spool has no room for its messages.
  private static let leastFiles: UInt64 = 64

  private static func fault(_ room: DiskRoom, _ place: String) -> Checkup? {
    if room.isReadOnly {
      let remedy = "Mount it for writing; “journalctl -k” says why it is not."
      return Checkup("disk", .amiss, "that of \(place) can only be read", remedy: remedy)
    }
    if room.freeBytes < leastBytes {
      let says = "that of \(place) has only \(room.freeBytes >> 20) MiB left"
      return Checkup("disk", .amiss, says, remedy: "Make room; “df -h” shows what is full.")
    }
    if let files = room.freeFiles, files < leastFiles {
      let says = "that of \(place) has room for only \(files) more files"
      return Checkup("disk", .amiss, says, remedy: "Remove files; “df -i” shows what is full.")
    }
    return nil
  }
}
