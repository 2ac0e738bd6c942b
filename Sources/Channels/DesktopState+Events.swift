internal import Coaching

/// What can happen to the desktop, and what can follow from it.
extension DesktopState {
  enum Event {
    case show(Card)
    case renew(Card)
    case settle([PromptID])
    /// What the person did with a prompt came to nothing, and why; where they were to write an
    /// answer to a question, they see what else can be done with it.
    case restore(PromptID, saying: String?, unfolding: String?)
    /// The session was asked for what to show, and has shown what it wants.
    case planned([PromptID])
    case busCame
    case busWent(String)
    /// Who has the name on the bus.
    case owner(NotificationServer?)
    /// What the server is called.
    case named(String, turn: Int)
    case capable([String], turn: Int)
    /// Nobody said what they can do, and why.
    case incapable(String, turn: Int)
    /// There was no connection to ask or send over.
    case unsent(turn: Int)
    case answered(UInt32?, by: NotificationServer, turn: Int)
    case refused(String, turn: Int)
    case waitedLong(turn: Int)
    case closed(UInt32, isByPerson: Bool, at: Instant)
    case invoked(NotificationAction, UInt32)
    /// The body was clicked.
    case opened(UInt32)
    case replied(String, UInt32)
  }

  enum Action: Equatable {
    /// Ask who has the name.
    case find
    /// Ask whoever has it, or can be started, what they can do.
    case ask(turn: Int)
    case notify(Notification, replacing: UInt32, on: NotificationServer, turn: Int)
    case close(NotificationNumber)
    /// What is to be shown cannot be.
    case refuse(WorldError)
    case report(Desktop.Report)
    /// The same in a later turn of the loop.
    case reportLater(Desktop.Report)
  }
}
