import Coaching

/// What no text of the deck may say, by the risk of the teachings that it keeps away.
///
/// The Chinese patterns are written in Traditional and compared in folded form with both scripts.
struct Risk: Sendable {
  var id: String
  var about: String
  var english: String
  var chinese: String
  /// Texts that the patterns have to find.
  var bad: [String]
  /// Texts that are near and fine.
  var good: [String] = []

  /// The texts that run the risk.
  func found(in texts: [String]) throws -> [String] {
    let english = try Regex(english).ignoresCase()
    let chinese = try Regex(Script.folded(chinese)).ignoresCase()
    return texts.filter {
      $0.firstMatch(of: english) != nil || Script.folded($0).firstMatch(of: chinese) != nil
    }
  }
}

extension Risk {
  static let ofReturn = [
    Risk(
      id: "R02",
      about: "a return that is promised",
      english:
        #"\balways\b|guarante|\b(surely|certainly|definitely)\b|bound to|never fails|pays? off|"#
        + #"\b(it|they|people|others|somebody|kindness|everything) will\b[^.]*"#
        + #"\b(back|thank|reward|repay|repaid|return|like you)"#,
      chinese: "一定會|必定|必然|必將|保證|肯定會|總會|總是會|絕對|永遠會|越多.{0,4}越多",
      bad: [
        "Give, and it will come back to you.", "Kindness always pays.",
        "They will thank you for it.",
        "A good turn never fails.", "幫人一定會有回報。", "帮人一定会有回报。", "付出越多，得到越多。",
      ],
      good: ["I will find out.", "It may come back in time.", "日子久了，相處常常就順了。"]
    ),
    Risk(
      id: "R14",
      about: "blame for how one is treated",
      english: #"(you|they) (get|got) what|deserve (it|this|that)|serves? (you|them) right|"#
        + #"brought it on|your own fault"#,
      chinese: "活該|自找的|自作自受|報應|怪你自己|都是你的錯",
      bad: ["You get what you give.", "You brought it on yourself.", "那是你自找的。", "这是报应。"],
      good: ["Where it is not, it is no fault of yours.", "真有，也不是你的錯。"]
    ),
    Risk(
      id: "R23",
      about: "people as a means to sell",
      english: #"\b(sales|profit|turnover|revenue|advertis|publicity|future customers?)\b|fortune"#,
      chinese: "業績|銷售|營業額|利潤|財神|廣告|潛在客戶|口碑",
      bad: ["Every passer-by means sales.", "They are your fortune.", "每個人都是財神。", "多一份业绩。"]
    ),
    Risk(
      id: "R37",
      about: "kindness by volume",
      english: #"\b(points|badges?|high score|leaderboard|as many .* as (you can|possible))\b"#,
      chinese: "積分|徽章|排行榜|越多越好|達標",
      bad: ["Help as many people as you can.", "Earn points.", "幫得越多越好。", "累积积分。"]
    ),
  ]

  static let ofTheSelf = [
    Risk(
      id: "R01",
      about: "sacrifice as a demand",
      english: #"sacrific|selfless|devot|\bhumbl|give up your|lunch break|at (any|all) cost|"#
        + #"put yourself last"#,
      chinese: "犧牲|奉獻|無私|委曲求全|卑微|不惜|忍一忍|吃虧是福",
      bad: ["Sacrifice your lunch break.", "Serve selflessly.", "要懂得犧牲。", "无私奉献。"]
    ),
    Risk(
      id: "R03",
      about: "unpaid hours and loyalty to an employer",
      english:
        #"overtime|unpaid|\bloyal|stay (late|longer|on)\b.*(work|office)|as (a|your) family"#,
      chinese: "加班|忠誠|以公司為家|義務勞動|不計報酬",
      bad: ["Do an hour of overtime.", "Show loyalty to the firm.", "今天加班一小時。", "以公司为家。"]
    ),
    Risk(
      id: "R09",
      about: "will that is said to be enough",
      english:
        #"you can do anything|anything is possible|nothing is impossible|where there is a will|"#
        + #"if you only try"#,
      chinese: "什麼都做得到|沒有做不到|有志者|只要肯|只要努力",
      bad: ["You can do anything.", "只要努力，沒有做不到的事。", "只要肯做就行。"]
    ),
    Risk(
      id: "R12",
      about: "feedback to be ignored",
      english:
        #"ignore (them|him|her|what|feedback|critic|others)|do not listen to|don't listen to|"#
        + #"never mind what"#,
      chinese: "別理|不理會|不用管別人|當耳邊風|走自己的路",
      bad: ["Ignore what others say.", "別理他們怎麼說。", "走自己的路。"]
    ),
    Risk(
      id: "R19",
      about: "energy without an end",
      english: #"all day( long)?\b|every minute|\b1[0-9]0 ?%|tireless|never tire|push through"#,
      chinese: "整天都|一整天|時時刻刻|不知疲倦|百分之百|咬牙",
      bad: ["Be fully awake all day.", "Push through.", "一整天都要精神飽滿。", "时时刻刻都要投入。"]
    ),
    Risk(
      id: "R20",
      about: "feelings to be swallowed",
      english:
        #"(do not|don't|never) (be|get|feel|show) (\w+ )?(emotion|angry|upset|anger|feeling)|"#
        + #"calm down|swallow"#,
      chinese: "不要生氣|別生氣|不許|壓住情緒|不要有情緒|忍住",
      bad: ["Do not be emotional.", "Never show anger.", "別生氣。", "忍住就好。"]
    ),
    Risk(
      id: "R25",
      about: "worth that depends on being useful",
      english: #"worthless|(prove|show|earn) your (worth|value|place)|"#
        + #"only (by|when|if|those who) .*(worth|value|deserve)|useless"#,
      chinese: "才有價值|沒有價值|證明.{0,4}價值|沒用的人|才配",
      bad: ["Prove your worth.", "Only by serving are you of value.", "幫人才有價值。", "证明你的价值。"],
      good: ["Sometimes thanks are all that comes back. They are worth receiving.", "值得好好收下。"]
    ),
    Risk(
      id: "R36",
      about: "improvement without an end",
      english: #"perfect|flawless|never good enough|no mistakes?\b"#,
      chinese: "完美|精益求精|零失誤|不容出錯",
      bad: ["Make it perfect.", "Good is never good enough.", "做到完美。", "精益求精。"]
    ),
  ]
}
