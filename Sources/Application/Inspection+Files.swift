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
    let says = Saying("see-permissions")
    return found.isEmpty ? [Checkup("permissions", .well, says)] : found
  }

  private static func fault(_ path: String, forbids bits: UInt32, _ owner: UInt32) -> Checkup? {
    guard let status = FileStatus(path) else { return nil }
    if status.owner != owner {
      let says = Saying("see-owner", ("path", path), ("number", Int(status.owner)))
      let remedy = "sudo chown -R \(owner) \(path)"
      return Checkup("permissions", .amiss, says, remedy: remedy)
    }
    if status.permissions & bits == 0 { return nil }
    let mode = bits == 0o022 ? "go-w" : status.isDirectory ? "700" : "600"
    let place = ("path", path)
    let says = bits == 0o022 ? Saying("see-writable", place) : Saying("see-readable", place)
    return Checkup("permissions", .amiss, says, remedy: "chmod \(mode) \(path)")
  }

  /// Whether a prompt can be put into the spool.
  static let spool = Inspection { premises in
    let (name, spool) = ("spool", premises.paths.spool)
    guard premises.settings.channels.contains(.spool) else {
      return [Checkup(name, .well, Saying("see-not-wanted"))]
    }
    var place = spool
    while !File.exists(place), !place.isEmpty { place = File.parent(of: place) }
    let parts = place == spool ? ["", "/tmp", "/new", "/cur"] : [""]
    for part in parts.map({ place + $0 }) where File.exists(part) {
      guard FileStatus(part)?.isDirectory == true else {
        let says = Saying("see-no-directory", ("path", part))
        let remedy = Saying("mend-no-directory", ("command", "mv \(part) \(part).old"))
        return [Checkup(name, .amiss, says, remedy: remedy)]
      }
      guard File.canWrite(in: part) else {
        let says = Saying("see-not-writable", ("path", part))
        return [Checkup(name, .amiss, says, remedy: "chmod u+rwx \(part)")]
      }
    }
    let path = ("path", spool)
    let says = place == spool ? Saying("see-spool", path) : Saying("see-spool-to-come", path)
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
    return found.isEmpty ? [Checkup("disk", .well, Saying("see-room"))] : found
  }

  /// Below this a ledger and its backups have no room to grow, in bytes.
  private static let leastBytes: UInt64 = 16 << 20
  /// Below this many a spool has no room for its messages.
  private static let leastFiles: UInt64 = 64

  private static func fault(_ room: DiskRoom, _ place: String) -> Checkup? {
    let path = ("path", place)
    if room.isReadOnly {
      let says = Saying("see-read-only", path)
      return Checkup("disk", .amiss, says, remedy: Saying("mend-read-only"))
    }
    if room.freeBytes < leastBytes {
      let says = Saying("see-full", path, ("count", Int(room.freeBytes >> 20)))
      return Checkup("disk", .amiss, says, remedy: Saying("mend-full"))
    }
    if let files = room.freeFiles, files < leastFiles {
      let says = Saying("see-few-files", path, ("count", Int(files)))
      return Checkup("disk", .amiss, says, remedy: Saying("mend-few-files"))
    }
    return nil
  }
}
