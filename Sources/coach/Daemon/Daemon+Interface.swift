import Configuration
import Systemd

/// What the daemon offers on the person's bus.
extension Daemon {
  /// Offers the interface, from the next connection on.
  func offerInterface() {
    let service = Interface.Service(
      workspace: { [unowned self] () throws(Failure) in try workspace() },
      reload: { [unowned self] () throws(Failure) in
        reload(isAsked: true)
        if let refusal { throw Failure(refusal) }
        return configuration.file ?? ""
      },
      look: { [unowned self] in look() }
    )
    let interface = Interface(service)
    sessionBus?.offer(interface.export, as: Interface.name) { [unowned self] isOurs in
      chronicle.nameAnswered(isOurs: isOurs)
    }
    self.interface = interface
  }
}
