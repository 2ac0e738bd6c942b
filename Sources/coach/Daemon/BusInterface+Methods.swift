import Application
import Coaching
import Systemd

/// What can be called; each does what the command of its name does, in the person's language.
extension BusInterface {
  var methods: [Export.Method] { [answer, undo, snooze, pause, resume, tip, reload] }

  private var answer: Export.Method {
    method("Answer", ["question", "answer", "day"], gives: [("said", "s")]) {
      [unowned self] texts, workspace throws(CallError) in
      let question = try refusing("UnknownQuestion") { () throws(CommandError) in
        try workspace.question(named: texts[0])
      }
      let day = try refusing("InvalidDay") { () throws(CommandError) in
        texts[2].isEmpty ? nil : try workspace.dayOfAnswer(texts[2])
      }
      let recorded = try refusing("InvalidAnswer") { () throws(CommandError) in
        try workspace.record(GivenAnswer(texts[1], on: day), to: question)
      }
      return [.text(workspace.phrases.joined(recorded.said(in: workspace)))]
    }
  }

  private var undo: Export.Method {
    method("Undo", [], gives: [("said", "s")]) {
      [unowned self] _, workspace throws(CallError) in
      guard let said = try refusing("Failed", workspace.undo) else {
        throw error("NothingToUndo", "nothing was done that could be taken back")
      }
      return [.text(workspace.phrases.joined(said))]
    }
  }

  private var snooze: Export.Method {
    method("Snooze", ["prompt", "until"], gives: [("said", "s")]) {
      [unowned self] texts, workspace throws(CallError) in
      let prompt = texts[0].isEmpty ? nil : texts[0]
      let id = try refusing("UnknownPrompt") { () throws(CommandError) in
        try workspace.snoozable(prompt)
      }
      let said = try refusing("InvalidTime") { () throws(CommandError) in
        try workspace.snooze(id, until: texts[1].isEmpty ? nil : texts[1])
      }
      return [.text(said)]
    }
  }

  private var pause: Export.Method {
    method("Pause", ["until"], gives: [("said", "s")]) {
      [unowned self] texts, workspace throws(CallError) in
      let said = try refusing("InvalidTime") { () throws(CommandError) in
        try workspace.pause(until: texts[0].isEmpty ? nil : texts[0])
      }
      return [.text(said)]
    }
  }

  private var resume: Export.Method {
    method("Resume", [], gives: [("ended", "b")]) {
      [unowned self] _, workspace throws(CallError) in
      [.flag(try refusing("Failed", workspace.resume))]
    }
  }

  private var tip: Export.Method {
    let gives: [Export.Argument] = [("id", "s"), ("title", "s"), ("action", "s"), ("why", "s")]
    return method("Tip", [], gives: gives) {
      [unowned self] _, workspace throws(CallError) in
      let tip = try refusing("Failed") { () throws(CommandError) in try workspace.todaysTip() }
      let coach = try refusing("Failed") { () throws(CommandError) in try workspace.coach() }
      let wording = workspace.teaching.told(tip, by: coach).wording
      return [tip.id, wording.title, wording.action, wording.why].map(Value.text)
    }
  }

  private var reload: Export.Method {
    Export.Method("Reload", gives: [("file", "s")]) { [unowned self] _ throws(CallError) in
      [.text(try refusing("Failed", service.reload))]
    }
  }
}
