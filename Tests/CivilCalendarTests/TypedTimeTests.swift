import CivilCalendar
import Testing

@Suite("CivilTime, typed")
struct TypedTimeTests {
  @Test(
    "a time is read as people write it",
    arguments: [
      ("23:40", "23:40"), ("7:30", "07:30"), ("23.40", "23:40"), ("7.05", "07:05"),
      ("23h40", "23:40"), ("2340", "23:40"), ("0740", "07:40"), ("740", "07:40"),
      ("24:00", "00:00"), ("24.00", "00:00"), ("2400", "00:00"),
      ("11:30 pm", "23:30"), ("11:30pm", "23:30"), ("11:30 PM", "23:30"), ("11.30 p.m.", "23:30"),
      ("11pm", "23:00"), ("9 am", "09:00"), ("12am", "00:00"), ("12 am", "00:00"),
      ("12 pm", "12:00"), ("12:30 am", "00:30"), ("12:30 pm", "12:30"), ("1130pm", "23:30"),
      ("１１：３０ｐｍ", "23:30"), ("23：40", "23:40"),
    ]
  )
  func read(text: String, written: String) {
    #expect(CivilTime(typed: text)?.description == written)
  }

  @Test(
    "anything else is no time",
    arguments: [
      "", "7", "23", "pm", "0 am", "13:00 am", "24:01", "25:00", "23:60", "2360",
      "11:3 pm",
      "123456", "-7:30", "noon", "7:30 xm", "11::30", "٠٧:٣٠", "晚上", "1:2:3", "99999999999999",
      "2026-11-25",
    ]
  )
  func refused(text: String) {
    #expect(CivilTime(typed: text) == nil)
  }

  @Test("24:00 is the end of its day")
  func end() {
    let texts = ["24:00", "2400", "24.00", "00:00", "12am", "23:59", "24"]
    #expect(texts.map(CivilTime.isDaysEnd) == [true, true, true, false, false, false, false])
  }
}
