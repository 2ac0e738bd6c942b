/// What a native types, as chinese.md has it and beyond.
extension UnderstandingTests {
  static let traditional = Line.table(
    """
    time | 晚上11點40分 | 晚上11點40 | 晚上十一點四十 | 十一點四十分 | 十一點四十 | 11點40 => 23:40
    time | 十一點半 | 11點半 | 晚上十一點半 => 23:30
    time | 23點40分 | 23點40 | 二十三點四十分 | 23時40分 | 23.40 | 2340 | 11:40pm => 23:40
    time | 23點 | 二十三點 => 23:00
    time | 凌晨0點40 | 凌晨零點四十 | 凌晨12點40 | 半夜0點40 | 半夜12點40 => 00:40
    time | 半夜12點 | 午夜 | 十二點 | 12點 | 零點 => 00:00
    time | 晚上11:40 | 下午11:40 | 晚上 11：40 | 晚間１１：４０ => 23:40
    time | 差五分十二點 | 差5分12點 => 23:55
    time | 十一點一刻 => 23:15
    time | 十一點三刻 => 23:45
    time | 十點過五分 => 22:05
    time | 十一點零五 | 十一點零五分 => 23:05
    time | 晚上十二點半 => 00:30
    time | 昨晚11點40 | 昨天晚上十一點四十 | 昨天 23:40 | 昨天23點40分 | 昨晚 23：40 => 2026-11-22 23:40
    time | 昨晚12點半 | 今天凌晨0點30 => 2026-11-22 00:30
    time | 前天晚上十點 => 2026-11-21 22:00
    time | 星期五晚上十一點 => 2026-11-20 23:00
    up | 六點半 | 早上6點半 | 06：30 => 06:30
    up | 早上七點 => 07:00
    asked | 熄燈 => sleep
    asked | 主動幫忙 => help
    asked | 精神 => energy
    asked | 真心 => sincere
    check | 五道障礙 | 五道 => obstacles
    obstacle | 怕被拒絕 | 1 | 一 => refusal
    obstacle | 怕做不好 | 二 => serving-badly
    obstacle | 覺得委屈 => wronged
    kept | 原則 => principle
    whom | 街坊鄰居 | 鄰居 => neighbour
    whom | 同事 => colleague
    whom | 家人 => family
    retired | 真心 => sincere
    told | 有人忙不過來 => hands-full
    """
  )

  static let simplified = Line.table(
    """
    time | 晚上11点40分 | 晚上11点40 | 晚上十一点四十 | 十一点四十分 | 十一点四十 | 11点40 => 23:40
    time | 十一点半 | 11点半 | 晚上十一点半 => 23:30
    time | 23点40分 | 二十三点四十分 | 23时40分 => 23:40
    time | 23点 => 23:00
    time | 凌晨0点40 => 00:40
    time | 半夜12点 | 午夜 | 十二点 => 00:00
    time | 差五分十二点 => 23:55
    time | 十一点一刻 => 23:15
    time | 夜里十一点 => 23:00
    time | 昨晚11点40 => 2026-11-22 23:40
    up | 六点半 => 06:30
    asked | 熄灯 => sleep
    asked | 主动帮忙 => help
    obstacle | 怕被拒绝 => refusal
    whom | 街坊邻居 | 邻居 => neighbour
    """
  )

  static let bothScripts = Line.table(
    """
    scale | ７ | 七 | 7分 | 七分 | 7 => 7
    scale | １０ | 十 | 滿分 | 满分 | 10分 | 十分 => 10
    scale | 零 | 〇 | 0分 => 0
    count | ３ | 三 | 3次 | 三次 | 3個 | 三个 => 3
    count | 兩次 | 两次 | 二 | 2次 => 2
    count | 十二 | 十二次 | 12 => 12
    count | 沒有 | 没有 | 零次 | 零 => 0
    count | 再一次 | 又一次 | ＋1 | +一 => +1
    count | 再兩次 | 再2次 | 多两个 => +2
    yes-no | 是的 | 對的 | 对的 | 當然 | 当然 | 嗯 | 好 | 算是 | 有做 | 做完了 | 完成 | Ｙ | 有 | 是 | 對 | 对 => yes
    yes-no | 做了 | 做到了 | 有的 | 好的 | 是。 => yes
    yes-no | 不 | 不對 | 不对 | 不算 | 還沒 | 还没 | 沒有 | 没有 | 沒 | 没 | 否 | 不是 | 沒做 | 没做到 => no
    yes-no | 沒機會 | 没机会 | 無 | 无 => none
    outcome | 幫上了 | 帮上了 | 幫到了 | 幫上忙了 | 帮上忙了 | 對方接受了 | 对方接受了 | 樂意 | 乐意 | 要 => taken
    outcome | 接受 | 接受了 | 收下 | 收下了 => taken
    outcome | 拒絕 | 拒绝 | 被拒絕 | 被拒绝 | 被拒 | 拒絕了 | 不要 | 不需要 | 婉拒 | 被婉拒 | 不用 => declined
    outcome | 幫不上忙 | 帮不上忙 | 沒幫上忙 | 没帮上忙 | 幫不上 | 沒幫上 | 做不到 => could-not
    outcome | 沒有機會 | 没有机会 | 無 | 沒機會 | 略過 | 跳过 => none
    on | 昨天 | 昨日 | 星期日 | 周日 | 11月22日 | 十一月二十二日 | 2026/11/22 | 2026年11月22日 => 2026-11-22
    on | 今天 | 星期一 | 週一 => 2026-11-23
    on | 前天 | 11月21號 | 星期六 => 2026-11-21
    on | 大前天 | 三天前 | 上週五 => 2026-11-20
    on | 上個星期三 | 上周三 | 上禮拜三 => 2026-11-18
    due | 今天 => 2026-11-23T18:00 day
    due | 明天 => 2026-11-24T18:00 day
    due | 後天 | 后天 => 2026-11-25T18:00 day
    due | 明天早上 => 2026-11-24T12:00
    due | 明天 17：00 | 明天下午五點 | 明天17:00 => 2026-11-24T17:00
    due | 週五 | 周五 | 星期五 | 這週五 | 星期五前 | 週五以前 => 2026-11-27T18:00 day
    due | 星期五 15:00 | 週五下午三點 | 周五下午三点 | 週五 15：00 | 週五三點 => 2026-11-27T15:00
    due | 下週一 | 下周一 | 下星期一 | 下個禮拜一 => 2026-11-30T18:00 day
    due | 下下週一 => 2026-12-07T18:00 day
    due | 12月5日 | 十二月五日 | 2026年12月5日 | 2026/12/5 | 2026-12-05 | 12月5號 => 2026-12-05T18:00 day
    due | 三天後 | 3天後 | 三天后 | 3 天後 => 2026-11-26T09:30
    due | 兩週後 | 两周后 | 兩個星期後 => 2026-12-07T09:30
    due | 一個月後 | 一个月后 => 2026-12-23T09:30
    due | 下午五點 | 下午5點 | 17：00 | 今天下午五點 => 2026-11-23T17:00
    due | 半小時後 | 30分鐘後 => 2026-11-23T10:00
    due | 今晚十二點 => 2026-11-24T00:00
    due | 無 => refused
    span | 半小時 | 半小时 | 半個小時 | 30分鐘 | 30分钟 | 三十分鐘 => 30min
    span | 2小時 | 兩小時 | 两小时 | 兩個小時 | 二小時 => 2h
    span | 一個半小時 | 一个半小时 | 一小時半 | 1.5小時 | 90分鐘 => 1h 30min
    span | 一刻鐘 | 15分 => 15min
    span | 三天 | 3天 => 3d
    span | 一週 | 一周 | 一個星期 => 7d
    end | 半小時 | 30分鐘 => 2026-11-23T10:00
    end | 兩小時 | 2小時後 => 2026-11-23T11:30
    end | until 10：00 | 到10點 | 到十點 => 2026-11-23T10:00
    end | until 明天 | 到明天 | 明天 => 2026-11-24T04:00
    end | 到明天早上八點 | 明天早上8點 => 2026-11-24T08:00
    end | 到下週一 => 2026-11-30T04:00
    away | 明天到後天 | 明天至後天 => 2026-11-24..2026-11-25
    away | 12月24日到1月2日 => 2026-12-24..2027-01-02
    away | 11月27日到29日 | 27號到11月29日 => 2026-11-27..2026-11-29
    away | 下週 | 下周 | 下星期 => 2026-11-30..2026-12-06
    away | 週末 | 周末 | 這個週末 => 2026-11-28..2026-11-29
    away | 下週末 => 2026-12-05..2026-12-06
    away | 三天 | 3天 => 2026-11-23..2026-11-25
    list | 3、5、0、2、7 | 3，5，0，2，7 | ３ ５ ０ ２ ７ | 3 5 0 2 7 | 三、五、零、二、七 => 3 5 0 2 7
    cost | 50元 | 五十元 | 50塊 => 50
    language | 繁體中文 | zh-TW | 正體中文 | zh-Hant => zh-Hant
    language | 简体中文 | 簡體中文 | zh-CN => zh-Hans
    language | 英文 => en
    lights-out | 二十三點四十 | 晚上11點40 | 11點40 | 23：40 => 23:40
    getting-up | 六點半 | 早上6點半 => 06:30
    getting-up | 不設 => unset
    morning | 7點半 | 七點半 | 07：30 => 07:30
    end-of-work | 每個工作日 17:30 | 週一到週五 17:30 | 周一至周五下午五点半 | 工作日 17：30 => Mon..Fri 17:30
    roles | 主管 | 經理 | 经理 => manager
    roles | 主管、家長 | 主管，家长 => manager, parent
    roles | 無 | 沒有機會 => none
    circles-off | 鄰居 | 邻居 => neighbour
    off-hours | 週六、週日 | 周六，周日 | 週末 | 星期六和星期日 => Sat, Sun
    wording | 完整 => full
    wording | 簡短 | 简短 => short
    extras | 二 | 兩次 => 2
    plan | 無 => none
    tip | 有用 => useful
    tip | 不適合我 | 不适合我 => not-for-me
    promise | 做到 | 做到了 => keep
    promise | 沒做到 | 没做到 => miss
    promise | 不用做了 => release
    note | 刪掉 | 删掉 => drop
    thanks | 說 | 说 => given
    thanks | 收到 => received
    period | 週 | 周 | 星期 => week
    period | 月 => month
    commitment | 跟進 | 跟进 => follow-up
    role | 主管 => manager
    """
  )

  static let refused = Line.table(
    """
    time | 晚 | 很晚 | 25點 | 十三點六十分 | 早上十二點 | 晚上13點 | 5 | 十一 | late | 7 | 23:60 => refused
    time | half | past | half past | quarter to | 半 | 點 | 晚上 | 昨晚 | 11:4 | 1:2:3 | 13pm => refused
    time => refused
    scale | 11 | 十一 | 七八 | 好多 | -1 | 7/5 | seven eight | 1000000 => refused
    count | 好幾次 | 好几次 | 2.5 | 一千零一次 | many | 1001 => refused
    yes-no | 也許 | maybe | 7 | 有沒有 | yes no => refused
    outcome | 好吧 | yes | 是 | maybe => refused
    on | 明年 | 13月1日 | 2月30日 | 上週 | last | next week | 2026-02-30 | 昨天晚上十一點 => refused
    due | 昨天 | 三天前 | 13:00 yesterday | 改天 | someday | 2026-11-22 | 上週五 => refused
    span | 一下 | 一會兒 | half | 0分鐘 | 20年 | hours => refused
    end | 昨天 | 改天 | soon | until | 到 => refused
    list | 3、5、0、2 | 3、5、0、2、70 | 35027 | 三五零二七 => refused
    cost | 很多 | 5.5.5 | 五 六 => refused
    lights-out | 很晚 | Mon 很晚 => refused
    roles | 皇帝 => refused
    whom | 外星人 | 人 => refused
    asked | 月亮 => refused
    obstacle | 怕 | 六 | 9 => refused
    """
  )
}
