import Testing

@testable import WishCore

@Suite("Moments and days")
struct MomentTests {
  @Test(
    "A moment is read in whole seconds of UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2026-11-20T08:00:00Z", 1_795_161_600),
      ("2024-02-29T12:34:56Z", 1_709_210_096), ("2000-02-29T00:00:00Z", 951_782_400),
      ("1900-01-01T00:00:00Z", -2_208_988_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ] as [(String, Int64)]
  )
  func read(text: String, seconds: Int64) throws {
    let moment = try #require(Moment(text))
    #expect(moment.milliseconds == seconds * 1_000)
    #expect(moment.text == text)
  }

  @Test(
    "Anything else is no moment",
    arguments: [
      "", "2026", "2026-11-20T08:00:00", "2026-11-20T08:00Z", "2026-11-20 08:00:00Z", "2026-11-20T08:00:00z",
      "2026-11-20t08:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T08:60:00Z", "2026-11-20T08:00:60Z",
      "2026-11-20T08:00:00.5Z", "2026-11-20T08:00:00+08:00", "2026-11-20T8:00:00Z", "2026-13-20T08:00:00Z",
      "2026-00-20T08:00:00Z", "2026-11-31T08:00:00Z", "2025-02-29T08:00:00Z", "-026-11-20T08:00:00Z",
      "+026-11-20T08:00:00Z", "2026-11-20T-8:00:00Z", "２026-11-20T08:00:0", "2026-11-20T08:00:00Z ",
      " 2026-11-20T08:00:00Z", "２０２６-11-20", "2026－11－20", "2026/11/20", "20261120", "2026-1-20",
      "2026-11-2", "2026-11-00", "1899-12-31", "0000-01-01", "99999-01-01", "2026-11-20\u{301}", "明天",
      "1795161600", "2100-02-29", "1900-02-29", "2026-04-31", "2026-06-31", "2026-09-31",
    ]
  )
  func refuse(text: String) {
    #expect(Moment(text) == nil)
    #expect(Day(text) == nil)
  }

  @Test(
    "A date means 24:00 of that day at UTC+8",
    arguments: [
      ("2026-11-20", "2026-11-20T16:00:00Z"), ("2024-02-29", "2024-02-29T16:00:00Z"),
      ("2026-12-31", "2026-12-31T16:00:00Z"), ("1970-01-01", "1970-01-01T16:00:00Z"),
    ]
  )
  func dateIsItsEnd(date: String, end: String) throws {
    #expect(try #require(Moment(date)).text == end)
    #expect(try #require(Day(date)).end.text == end)
    #expect(try #require(Day(date)).text == date)
  }

  @Test(
    "The day changes at 16:00 UTC",
    arguments: [
      ("2026-11-20T15:59:59Z", "2026-11-20"), ("2026-11-20T16:00:00Z", "2026-11-21"),
      ("2024-02-28T16:00:00Z", "2024-02-29"), ("2025-02-28T16:00:00Z", "2025-03-01"),
      ("2026-12-31T16:00:00Z", "2027-01-01"), ("1969-12-31T15:59:59Z", "1969-12-31"),
      ("1969-12-31T16:00:00Z", "1970-01-01"),
    ]
  )
  func dayOfMoment(text: String, day: String) throws {
    #expect(try #require(Moment(text)).day.text == day)
  }

  @Test("Parts of a second are cut off, before 1970 too")
  func wholeSeconds() {
    #expect(Moment(milliseconds: 999).text == "1970-01-01T00:00:00Z")
    #expect(Moment(milliseconds: 1_000).text == "1970-01-01T00:00:01Z")
    #expect(Moment(milliseconds: -1).text == "1969-12-31T23:59:59Z")
    #expect(Moment(milliseconds: -1_001).text == "1969-12-31T23:59:58Z")
  }

  @Test("Every day of four hundred years reads back as itself, in order and without a gap")
  func everyDay() throws {
    let first = try #require(Day("1900-01-01")).number
    var length: [Int64: Int64] = [:]
    for number in first..<first + 146_097 {
      let day = Day(number: number)
      #expect(Day(day.text)?.number == number)
      length[day.civil.year, default: 0] += 1
    }
    for (year, days) in length {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      #expect(days == (isLeap ? 366 : 365), "\(year)")
    }
    #expect(length.count == 400)
  }

  @Test("Moments and days are ordered by time")
  func order() {
    #expect(Moment(milliseconds: -1) < Moment(milliseconds: 0))
    #expect(Day(number: 3) < Day(number: 4))
    #expect(Moment(milliseconds: 5).advanced(bySeconds: 2).milliseconds == 2_005)
  }
}
