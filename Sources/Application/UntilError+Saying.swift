import Coaching

extension UntilError: Sayable {
  package var saying: Saying {
    let typed = ("typed", typed.printable)
    let (end, due) = (("accepts", Saying("end-accepts")), ("accepts", accepts))
    return switch reason {
    case .noWait: Saying("end-no-wait", typed, end)
    case .endPassed: Saying("end-passed", typed, end)
    case .noEnd: Saying("end-none", typed, end)
    case .noTime: Saying("due-none", typed, due)
    case .duePassed: Saying("due-passed", typed, due)
    }
  }

  private var accepts: Saying { Saying("due-accepts") }
}
