extension Risk {
  static let ofOthers = [
    Risk(
      id: "R04",
      about: "the customer who cannot be wrong",
      english:
        #"(customers?|guests?|clients?) (is|are) (always|never|king|god)|never wrong|\bgods?\b"#,
      chinese: "上帝|永遠是對|永遠沒錯|顧客至上|客人至上|顧客是天|不會錯",
      bad: ["The customer is always right.", "Guests are never wrong.", "顧客就是上帝。", "顾客至上。"]
    ),
    Risk(
      id: "R05",
      about: "a diagnosis",
      english:
        #"autis|\bdisorder|diagnos|syndrome|depress|\bADHD\b|phobi|neuro|mental(ly)? (ill|health)|"#
        + #"\btrauma|introver"#,
      chinese: "自閉|憂鬱症|抑鬱|躁鬱|恐懼症|強迫症|症候|診斷|患者|內向|心理疾病|創傷",
      bad: ["Perhaps they are autistic.", "A phobia of help.", "他可能有自閉傾向。", "也许是抑郁。"]
    ),
    Risk(
      id: "R06",
      about: "a sort of person, or an animal",
      english:
        #"selfish|\blaz(y|iness)|\bthie(f|ves)|\bcheats?\b|\banimals?\b|\bstupid|\brude people|"#
        + #"(those|such|these) people|kind of person|shame|ashamed|inferior"#,
      chinese: "自私|懶惰|懶人|小偷|騙子|禽獸|動物|沒教養|沒素質|素質|那種人|這種人|丟臉|可恥|慚愧",
      bad: ["Don't be one of those selfish people.", "Lazy minds.", "別做自私的人。", "那种人没素质。"]
    ),
    Risk(
      id: "R08",
      about: "faults to be hidden",
      english:
        #"nobody will (notice|see|know)|no one will (notice|see|know)|won't notice|cover (it )?up|"#
        + #"hide (it|the|your|a) "#,
      chinese: "沒人會發現|不會有人發現|看不出來|掩蓋|遮掩|瞞",
      bad: ["Be bold; nobody will notice.", "Hide the flaw.", "大膽做，沒人會發現。", "瞒着就好。"]
    ),
    Risk(
      id: "R10",
      about: "service by rank or connection",
      english:
        #"\bVIPs?\b|\brank\b|important (people|guests|customers) first|well.connected|\bstatus\b"#,
      chinese: "貴賓|重要人物|有身份|關係戶|論地位|看職位",
      bad: ["Serve VIPs first.", "Important guests first.", "先招呼貴賓。", "关系户优先。"]
    ),
    Risk(
      id: "R11",
      about: "persons compared",
      english:
        #"better than (them|him|her|others|anybody|everybody)|envi(ous|es)|envy|jealous|mediocre"#,
      chinese: "嫉妒|忌妒|眼紅|比他們強|比別人強|高人一等|平庸|庸人",
      bad: ["They envy you.", "You are better than them.", "他們嫉妒你。", "你比别人强。"],
      good: ["幫人的人，並不比誰低。"]
    ),
    Risk(
      id: "R21",
      about: "covert notes",
      english: #"secretly|behind (their|his|her) back|without (their|them) knowing|spy|profile"#,
      chinese: "偷偷記|暗中|背地裡|私下記|摸底",
      bad: ["Secretly note what they like.", "暗中記下他的喜好。", "背地里打听。"]
    ),
    Risk(
      id: "R26",
      about: "duty to parents, and the young judged",
      english: #"\bparents?\b|\bmother|\bfather|filial|only child|spoil(t|ed)|your elders|\bmarri"#,
      chinese: "父母|爸媽|孝順|孝敬|養育之恩|獨生|年輕人都|結婚|長輩",
      bad: ["Repay your parents.", "Only children are spoilt.", "報答父母。", "独生子女。"]
    ),
    Risk(
      id: "R32",
      about: "people ranked by schooling",
      english: #"\beducat|\bschool|universit|degree|diploma|\bcultured|illitera"#,
      chinese: "學歷|文憑|大學|高學歷|讀書人|有文化|沒文化|教育程度|學位",
      bad: ["Even without a degree.", "The educated serve better.", "學歷高的人。", "没文化。"]
    ),
    Risk(
      id: "R34",
      about: "a gift that some have",
      english:
        #"\bborn (with|to)\b|some (people )?(just )?have it|natural talent|in your blood|instinct"#,
      chinese: "天生|與生俱來|天分|天賦|本能",
      bad: ["Some have it, some don't.", "You are born to serve.", "有人天生會服務。", "与生俱来。"]
    ),
  ]

  static let ofTheWorld = [
    Risk(
      id: "R16",
      about: "staff set against managers",
      english: #"\b(boss|bosses|management)\b|underpaid|salar(y|ies)|\bwages?\b"#,
      chinese: "老闆|薪水|工資|管理層|資方",
      bad: ["Your boss is at fault.", "It is because of the wages.", "都怪老闆。", "工资太低。"]
    ),
    Risk(
      id: "R17",
      about: "rest that is asked for",
      english: #"weekend|day off|days off|holiday|spare time|after (work|hours)"#,
      chinese: "週末|假日|休假|放假|下班後|業餘",
      bad: ["Use your day off to serve.", "週末也要幫人。", "下班后再帮三个人。"]
    ),
    Risk(
      id: "R18",
      about: "an hour, a length or a verdict for sleep",
      english: #"\b[0-9]{1,2}[:.][0-9]{2}\b|o'clock|\b[0-9]{1,2} ?[ap]\.?m\b|\bhours? (of )?sleep|"#
        + #"\b(six|seven|eight|nine|ten|[0-9]+) hours|early to bed|midnight|no late nights?|"#
        + #"oversle|"#
        + #"(should|must|have to) (be in bed|sleep|get up|rise)"#,
      chinese: "[0-9]+ ?[點:：]|[二三四五六七八九十]點|十[一二]點|一點[半鐘整]|小時|鐘頭|午夜|熬夜|"
        + "早睡|早起|不許晚睡|不准|睡懶覺|必須睡",
      bad: [
        "Go to bed by 22:30.", "Sleep eight hours.", "No late nights.", "Be in bed at 11 pm.",
        "晚上十一點前睡。", "睡足八小時。", "別熬夜。", "早睡早起。", "睡够八个钟头。",
      ],
      good: ["Choose your lights-out.", "想好今晚幾點熄燈。", "四步各做一點。", "before noon"]
    ),
    Risk(
      id: "R18",
      about: "a claim about health",
      english: #"health|\bstress|immun|disease|illness|insomnia|anxi|medic|\bdoctor|therap|"#
        + #"heart rate|brain|blood|[0-9]+ ?(%|percent|per cent)|live longer|"#
        + #"scientif|stud(y|ies) show"#,
      chinese: "健康|疾病|生病|失眠|焦慮|免疫|血壓|壓力大|醫生|醫學|長壽|大腦|心臟|研究顯示|研究表明|%|百分",
      bad: [
        "Good sleep makes you 20 % kinder.", "It is healthy.", "Less stress.", "睡好身體健康。",
        "研究表明，这样更长寿。",
      ]
    ),
    Risk(
      id: "R24",
      about: "law and first aid",
      english:
        #"\blaws?\b|legal|\bsue[sd]?\b|\bcourt\b|liab|first aid|\bCPR\b|bandage|lawsuit|insurance"#,
      chinese: "法律|官司|訴訟|賠償|急救|心肺復甦|包紮|保險|責任險|碰瓷|訛",
      bad: ["You may be sued.", "Give first aid.", "小心吃官司。", "学习急救。"]
    ),
    Risk(
      id: "R27",
      about: "politics",
      english: #"government|politic|\bsociety\b|corrupt|bureaucra|\bparty\b|\bnation"#,
      chinese: "政府|政治|社會風氣|全社會|腐敗|官僚|國家|民族|體制",
      bad: ["The whole of society.", "Corrupt offices.", "社會風氣不好。", "官僚作风。"]
    ),
    Risk(
      id: "R28",
      about: "a repair in secret",
      english: #"(quietly|secretly|silently) (fix|mend|correct|repair|make good)|without telling"#,
      chinese: "悄悄(補|改|修)|偷偷(補|改|修)|不告訴",
      bad: ["Quietly fix a colleague's slip.", "悄悄補上同事的疏漏。", "偷偷改好。"],
      good: ["有件好事，你怕太顯眼，總是悄悄做。"]
    ),
    Risk(
      id: "R29",
      about: "streaks and the days that a habit takes",
      english:
        #"streak|in a row|(day|week)s? (running|without fail)|\b(21|66|twenty-one|[0-9]+) days|"#
        + #"don't break|never miss|every single day|miss(ed)? a day"#,
      chinese: "連續|連勝|打卡|[0-9]+ ?天|(二十一|六十六|三十)天|不要中斷|不能斷|每天都要|堅持",
      bad: ["Keep your streak.", "It takes 21 days.", "Three days in a row.", "連續三天。", "坚持打卡。"],
      good: ["Days without it are no debt.", "漏了幾天不算欠帳。"]
    ),
    Risk(
      id: "R30",
      about: "a promise that nobody can keep",
      english: #"(never|not|won't) (\w+ ){0,2}happen again|never again|I promise|no matter what"#,
      chinese: "不會再(發生|犯|有)|再也不|下不為例|絕不|絕不會|無論如何",
      bad: ["This will never happen again.", "It won't happen again.", "下次絕不會。", "再也不会了。"]
    ),
    Risk(
      id: "R31",
      about: "fear of losing out",
      english:
        #"\bcompet(e|es|ing|ition|itors?|itive)\b|\brivals?\b|eliminat|los(e|ing) (your|the) "#
        + #"(job|place|contract|customer)|surviv|fittest|\bfired\b|dismiss|left behind|replaced"#,
      chinese: "淘汰|競爭|對手|開除|丟.{0,2}(工作|飯碗)|失業|適者生存|解雇|被取代|落後",
      bad: ["Rivals will beat you.", "Or lose your job.", "不進步就被淘汰。", "小心丢了饭碗。"]
    ),
    Risk(
      id: "R33",
      about: "damaged text",
      english: #"\*\*|\?\?|□|�|\bTODO\b|lorem|\.\.\."#,
      chinese: "\u{3000}|。。|，，|××|某某|○○",
      bad: ["a ** blank", "lost ...", "某某機關", "完了。。"]
    ),
    Risk(
      id: "voice",
      about: "an exclamation, an order or a slogan",
      english: #"[!！]|\b(must|never forget|be more|try to be|remember:)"#,
      chinese: "！|務必|必須|切記|請您|一定要|不得不|應當",
      bad: ["Serve!", "You must smile.", "Try to be positive.", "請務必主動。", "必须主动。"]
    ),
  ]

  static let all = ofReturn + ofTheSelf + ofOthers + ofTheWorld
}
