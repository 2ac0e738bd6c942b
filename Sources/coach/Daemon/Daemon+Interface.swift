import Application
import Configuration
import Systemd

/// What the daemon offers on the person's bus.
extension Daemon {
  /// Offers the interface, from the next connection on.
  func offerInterface() {
    let service = BusInterface.Service(
      workspace: { [unowned self] () throws(CommandError) in try workspace(from: .bus) },
      reload: { [unowned self] () throws(CommandError) in
        reload(isAsked: true)
        if let refusal { throw CommandError(refusal) }
        return configuration.file ?? ""
      },
      look: { [unowned self] in look() }
    )
    let interface = BusInterface(service)
    sessionBus?.offer(interface.export, as: BusInterface.name) { [unowned self] isOurs in
      chronicle.nameAnswered(isOurs: isOurs)
    }
    self.interface = interface
  }
}
