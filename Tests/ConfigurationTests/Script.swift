/// The two ways of writing Chinese, as far as the deck and the documents need them.
enum Script {
  /// Pairs of a character that only Traditional has and the one that only Simplified has.
  private static let pairs = """
    與与專专業业東东兩两嚴严個个臨临為为麗丽舉举義义烏乌樂乐習习鄉乡書书買买爭争產产親亲從从
    們们眾众優优會会傳传體体傾倾兒儿關关興兴養养內内寫写軍军農农決决況况涼凉湊凑憑凭擊击則则
    創创別别辦办務务動动醫医華华協协單单賣卖衛卫卻却廳厅歷历厭厌縣县參参雙双發发變变號号嗎吗
    聽听員员響响團团國国聖圣場场壞坏塊块堅坚牆墙聲声處处備备復复複复夠够頭头獎奖嫻娴嬰婴學学
    寶宝實实寬宽賓宾對对導导將将盡尽歲岁崗岗師师帳帐帶带幫帮並并莊庄慶庆庫库應应廢废開开異异
    張张彈弹強强歸归當当錄录徑径憂忧懷怀態态總总戀恋驚惊慣惯懶懒戲戏戰战戶户撲扑擾扰搶抢護护
    報报擔担擁拥攔拦擇择擋挡換换攬揽擱搁攝摄擺摆敵敌數数斷断無无舊旧時时顯显暫暂機机殺杀雜杂
    條条來来構构標标欄栏樹树樣样檔档橋桥檢检歡欢歐欧殘残畢毕氣气漢汉湯汤溝沟沒没淚泪澤泽潔洁
    淺浅漿浆濁浊測测濟济渾浑濃浓潤润漸渐溫温滿满濫滥潛潜滅灭燈灯靈灵災灾點点煙烟煩烦燒烧熱热
    愛爱爺爷犧牺狀状猶犹獨独獵猎豬猪貓猫獻献瑪玛環环現现電电畫画療疗瘋疯癢痒鹽盐監监蓋盖盜盗
    盤盘睜睁礎础礙碍禮礼禍祸離离積积稱称穩稳窮穷竊窃競竞筆笔簽签籤签簡简類类糧粮緊紧糾纠紅红
    約约級级紀纪純纯綱纲納纳紛纷紙纸線线練练組组細细織织終终經经結结繞绕給给絡络絕绝統统繼继
    績绩續续維维綠绿緩缓編编緣缘網网羅罗罷罢職职聯联聰聪膽胆髒脏腦脑腳脚臉脸藝艺節节蒼苍蘇苏
    榮荣藥药獲获穫获螢萤營营藍蓝慮虑虛虚雖虽補补裝装見见觀观規规視视覽览覺觉觸触計计訂订認认
    討讨讓让訓训議议訊讯記记講讲許许論论諷讽設设訪访證证評评識识訴诉詞词譯译試试詩诗誠诚話话
    該该詳详語语誤误說说請请讀读課课誰谁調调談谈諧谐謂谓謝谢謙谦謹谨譜谱貝贝負负財财責责賬账
    貨货質质販贩貪贪貧贫購购貫贯貼贴貴贵貸贷貿贸費费賀贺資资賦赋賞赏賜赐賠赔賴赖賺赚賽赛贊赞
    贈赠贏赢趙赵趕赶躍跃踐践軀躯車车軌轨轉转輪轮軟软輕轻載载較较輛辆輩辈輯辑輸输辭辞邊边達达
    遷迁過过還还這这進进遠远違违遲迟跡迹選选遞递遺遗郵邮鄰邻釋释鑒鉴針针鈔钞鐘钟鋼钢錢钱鐵铁
    鋪铺銷销鎖锁鍋锅錯错鍵键鎮镇鏡镜長长門门閃闪閉闭問问閑闲閒闲間间鬧闹聞闻閣阁閱阅闊阔隊队
    階阶際际險险隨随隱隐難难霧雾靜静韓韩頁页頂顶項项順顺須须顧顾頓顿預预領领頗颇頻频題题顏颜
    額额風风飛飞飯饭飲饮飾饰餓饿館馆馬马驅驱駐驻駕驾罵骂驗验騎骑騙骗魚鱼鮮鲜鳥鸟雞鸡鳴鸣麥麦
    黃黄齊齐齡龄龍龙龜龟
    """

  /// Pairs of a character that only Traditional has and one that both have.
  private static let shared = """
    萬万豐丰雲云價价餘余黨党準准幾几劃划廠厂隻只臺台葉叶後后週周誇夸幹干廣广誌志唸念願愿掛挂
    據据鬆松闆板極极癥症確确種种築筑係系勝胜範范蟲虫錶表穀谷適适裏里裡里
    """

  /// Odd ways of writing that no wording uses, and what is meant.
  private static let artefacts: [(odd: Character, meant: Character)] = [
    ("妳", "你"), ("壹", "一"), ("麽", "么"), ("麼", "么"),
  ]

  private static func split(_ text: String) -> [(traditional: Character, simplified: Character)] {
    let characters = text.filter { !$0.isWhitespace }
    return zip(characters, characters.dropFirst()).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { ($0.element.0, $0.element.1) }
  }

  static let onlyTraditional = Set(split(pairs + shared).map(\.traditional) + "麼")
  static let onlySimplified = Set(split(pairs).map(\.simplified) + "么")

  private static let simplified = [Character: Character](
    split(pairs + shared).map { ($0.traditional, $0.simplified) } + artefacts.map { ($0, $1) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The text in Simplified, without the odd ways of writing: what is compared in both scripts.
  static func folded(_ text: String) -> String {
    String(text.map { simplified[$0] ?? $0 })
  }
}
