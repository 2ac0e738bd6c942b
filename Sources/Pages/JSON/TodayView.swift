package import Application
import Channels
package import Coaching

/// Today as JSON.
package struct TodayView: Encodable {
  var day: String
  var tip: TipView?
  var said: [SaidView]
  var open: [Open]
  var promised: [PromiseView]
  var notes: [NoteView]
  var answered: [AnswerView]
  var next: SaidView?
  var missed: Int
  var rest: String?
  var pausedUntil: String?
  var backOff: BackOffView?
  var silent: String?
  var fourSteps: FourStepsView?

  struct Open: Encodable {
    var question: String
    var day: String
    var ask: String
    var accepts: String
    var command: String

    init(_ open: TodayReport.Open) {
      question = open.check?.id ?? open.question.id
      day = open.day.description
      ask = open.ask
      accepts = open.question.wording.hint
      command = open.command.spelled
    }
  }

  package init(_ today: TodayReport, _ coach: Coach, _ workspace: Workspace) {
    let zone = workspace.context.zone
    day = today.day.description
    tip = today.tip.map { TipView(TipPage($0, coach, workspace.teaching)) }
    said = today.said.map { SaidView($0.prompted.id, at: $0.at, in: zone) }
    open = today.open.map(Open.init)
    promised = today.promised.map { PromiseView($0, workspace) }
    notes = today.notes.map { NoteView(workspace.found($0)) }
    answered = today.answered.map(AnswerView.init)
    next = today.next.map { SaidView($0.id, at: $0.at, in: zone) }
    missed = today.missed
    rest = today.rest?.rawValue
    pausedUntil = today.pausedUntil.map(zone.timestamp)
    backOff = today.backOff.map(BackOffView.init)
    silent = today.silent?.rawValue
    fourSteps = today.fourSteps.map(FourStepsView.init)
  }
}

extension TodayReport.Open {
  /// What answers it.
  var command: SuggestedCommand {
    check.map { .answer(name: $0.id, answers: []) } ?? SuggestedCommand(answering: question)
  }
}
