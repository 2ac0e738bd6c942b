/// The two ways of writing Chinese, as far as the deck and the documents need them.
enum Script {
  /// Pairs of a character that only Traditional has and the one that only Simplified has.
  private static let pairs = """
    與与專专業业東东丟丢兩两嚴严個个臨临為为麗丽舉举義义烏乌樂乐習习鄉乡書书買买爭争虧亏產产
    親亲從从們们眾众優优會会傳传傷伤體体傾倾償偿兒儿關关興兴養养獸兽內内寫写軍军農农決决況况
    涼凉湊凑憑凭擊击則则創创別别辦办務务動动勞劳醫医華华協协單单賣卖衛卫卻却廳厅歷历壓压厭厌
    縣县參参雙双發发變变號号嗎吗聽听員员響响團团國国聖圣場场壞坏塊块堅坚牆墙聲声處处備备復复
    複复夠够頭头獎奖媽妈嫻娴嬰婴學学寶宝實实寬宽賓宾對对導导壽寿將将盡尽層层歲岁崗岗師师帳帐
    帶带幫帮並并莊庄慶庆庫库應应廢废開开異异張张彈弹強强歸归當当錄录徑径憂忧懷怀態态總总戀恋
    驚惊懼惧慚惭慣惯懶懒戲戏戰战戶户撲扑擾扰搶抢護护報报擔担擁拥攔拦擇择擋挡換换攬揽擱搁攝摄
    擺摆敵敌數数斷断無无舊旧時时顯显暫暂機机殺杀雜杂條条來来構构標标欄栏樹树樣样檔档橋桥檢检
    歡欢歐欧殘残畢毕氣气漢汉湯汤溝沟沒没淚泪澤泽潔洁淺浅漿浆濁浊測测濟济渾浑濃浓潤润漸渐溫温
    滿满濫滥潛潜滅灭燈灯靈灵災灾點点煙烟煩烦燒烧熱热愛爱爺爷犧牺狀状猶犹獨独獵猎豬猪貓猫獻献
    瑪玛環环現现電电畫画療疗瘋疯癢痒鹽盐監监蓋盖盜盗盤盘睜睁瞞瞒礎础礙碍禮礼禍祸離离積积稱称
    穩稳窮穷竊窃競竞筆笔簽签籤签簡简類类糧粮緊紧糾纠紅红約约級级紀纪純纯綱纲納纳紛纷紙纸線线
    練练組组細细織织終终經经結结繞绕給给絡络絕绝統统繼继績绩緒绪續续維维綠绿緩缓編编緣缘網网
    羅罗罷罢恥耻職职聯联聰聪膽胆臟脏髒脏腦脑腳脚臉脸藝艺節节蒼苍甦苏蘇苏榮荣藥药獲获穫获螢萤
    營营藍蓝慮虑虛虚雖虽補补裝装見见觀观規规視视覽览覺觉觸触計计訂订認认討讨讓让訓训議议訊讯
    記记講讲許许訛讹論论訟讼諷讽設设訪访證证評评識识訴诉診诊詞词譯译試试詩诗誠诚話话該该詳详
    語语誤误說说請请讀读課课誰谁調调談谈諧谐謂谓謝谢謙谦謹谨譜谱貝贝負负財财責责敗败賬账貨货
    質质販贩貪贪貧贫購购貫贯貼贴貴贵貸贷貿贸費费賀贺資资賦赋賞赏賜赐賠赔賴赖賺赚賽赛贊赞贈赠
    贏赢趙赵趕赶躍跃踐践軀躯車车軌轨轉转輪轮軟软輕轻載载較较輛辆輩辈輯辑輸输辭辞邊边達达遷迁
    過过還还這这進进遠远違违連连遲迟跡迹選选遞递遺遗郵邮鄰邻釋释鑒鉴針针鈔钞鐘钟鋼钢錢钱鐵铁
    鋪铺銷销鎖锁鍋锅錯错鍵键鎮镇鏡镜長长門门閃闪閉闭問问閑闲閒闲間间鬧闹聞闻閣阁閱阅闊阔隊队
    階阶際际險险隨随隱隐難难霧雾靜静韓韩頁页頂顶項项順顺須须顧顾頓顿預预領领頗颇頻频題题顏颜
    額额風风飛飞飯饭飲饮飾饰飽饱餓饿館馆馬马驅驱駐驻駕驾罵骂驗验騎骑騙骗魚鱼鮮鲜鳥鸟雞鸡鳴鸣
    麥麦黃黄齊齐齡龄龍龙龜龟著着
    """

  /// Pairs of a character that only Traditional has and one that both have.
  private static let shared = """
    萬万豐丰雲云價价餘余黨党準准幾几劃划廠厂隻只臺台葉叶後后週周誇夸幹干廣广誌志唸念願愿紮扎
    掛挂據据鬆松闆板極极癥症確确種种築筑係系勝胜範范蟲虫錶表穀谷適适鬱郁裏里裡里
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
