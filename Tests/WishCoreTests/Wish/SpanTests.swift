import Testing

@testable import WishCore

@Suite("Durations")
struct SpanTests {
  @Test(
    "A duration is a number and its scale, and writes itself as it was read",
    arguments: [
      ("1s", 1), ("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("3650d", 315_360_000),
      ("87600h", 315_360_000), ("5256000m", 315_360_000), ("315360000s", 315_360_000),
    ] as [(String, Int64)]
  )
  func read(text: String, seconds: Int64) throws {
    let span = try #require(Span(text))
    #expect(span.seconds == seconds)
    #expect(span.description == text)
  }

  @Test(
    "Anything else, and what is out of bounds, is no duration",
    arguments: [
      "", "s", "d", "7", "0s", "0d", "07d", "00s", "-1d", "+1d", " 7d", "7d ", "7 d", "7D", "7days", "7w",
      "7y",
      "1.5h", "1,000s", "1e3s", "3651d", "87601h", "5256001m", "315360001s", "９d", "7ｄ", "七d", "7天",
      "9223372036854775807s", "9223372036854775808d", "18446744073709551617s", "99999999999999999999999d",
      "0x7d", "7d7d", "1h30m",
    ]
  )
  func refuse(text: String) {
    #expect(Span(text) == nil)
  }

  @Test(
    "Seconds, minutes and hours are exact; days end at 24:00 at UTC+8",
    arguments: [
      ("7d", "2026-11-20T02:00:00Z", "2026-11-27T16:00:00Z"),
      ("7d", "2026-11-19T16:00:00Z", "2026-11-27T16:00:00Z"),
      ("7d", "2026-11-20T15:59:59Z", "2026-11-27T16:00:00Z"),
      ("7d", "2026-11-20T16:00:00Z", "2026-11-28T16:00:00Z"),
      ("1d", "2024-02-28T02:00:00Z", "2024-02-29T16:00:00Z"),
      ("1d", "2025-02-28T02:00:00Z", "2025-03-01T16:00:00Z"),
      ("1d", "2026-12-31T02:00:00Z", "2027-01-01T16:00:00Z"),
      ("24h", "2026-11-20T02:00:00Z", "2026-11-21T02:00:00Z"),
      ("15m", "2026-11-20T23:50:00Z", "2026-11-21T00:05:00Z"),
      ("90s", "2026-11-20T23:59:00Z", "2026-11-21T00:00:30Z"),
    ]
  )
  func end(text: String, start: String, end: String) {
    let start = LifeOfAWish.moment(start)
    #expect(LifeOfAWish.span(text).end(from: start).text == end)
  }

  @Test(
    "A promise that ends at 24:00 is prolonged from the day that it ends",
    arguments: [
      ("3d", "2026-11-27T16:00:00Z", "2026-11-30T16:00:00Z"),
      ("3d", "2026-11-27T15:59:59Z", "2026-11-30T16:00:00Z"),
      ("3d", "2026-11-27T16:00:01Z", "2026-12-01T16:00:00Z"),
      ("24h", "2026-11-27T16:00:00Z", "2026-11-28T16:00:00Z"),
      ("90s", "2026-11-27T16:00:00Z", "2026-11-27T16:01:30Z"),
    ]
  )
  func prolonging(text: String, due: String, end: String) {
    #expect(LifeOfAWish.span(text).end(prolonging: LifeOfAWish.moment(due)).text == end)
  }

  @Test("No promise goes beyond the last moment that the protocol can write, however often it is prolonged")
  func lastMoment() throws {
    let last = LifeOfAWish.moment("9999-12-31T23:59:59Z")
    for text in ["3650d", "87600h", "5256000m", "315360000s", "1s", "1d"] {
      let span = LifeOfAWish.span(text)
      #expect(span.end(from: last) == last)
      #expect(span.end(prolonging: last) == last)
      #expect(span.end(prolonging: LifeOfAWish.moment("9990-01-01T00:00:00Z")).text.utf8.count == 20)
    }
  }

  @Test(
    "A number is strict decimal",
    arguments: [
      ("0", 0), ("7", 7), ("100", 100), ("999999999999999999", 999_999_999_999_999_999),
      ("", nil), ("00", nil), ("07", nil), ("-1", nil), ("+1", nil), ("1 ", nil), ("1.0", nil), ("１", nil),
      ("1_000", nil), ("1000000000000000000", nil), ("9223372036854775808", nil), ("0x1", nil), ("一", nil),
    ] as [(String, Int64?)]
  )
  func decimals(text: String, value: Int64?) {
    #expect(decimal(Array(text.utf8)) == value)
  }
}
