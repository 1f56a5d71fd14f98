import Foundation

/// Tables in Markdown, and what is said while they are being made.
enum Report {
  static func row(_ fields: [String]) -> String { "| \(fields.joined(separator: " | ")) |" }
  static func rule(_ fields: Int) -> String { row(Array(repeating: "---", count: fields)) }

  /// A line to standard output, at once.
  static func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  /// To standard error.
  static func progress(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }

  /// `12,345`
  static func count(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// Microseconds as `87 µs`, `1.2 ms` or `2.50 s`.
  static func time(_ microseconds: Double) -> String {
    switch microseconds {
    case ..<1_000: "\(Int(microseconds.rounded())) µs"
    case ..<1_000_000: "\(String(format: "%.1f", microseconds / 1_000)) ms"
    default: "\(String(format: "%.2f", microseconds / 1_000_000)) s"
    }
  }

  /// `1.48 ×`; a dash where there is nothing to compare with.
  static func ratio(_ value: Double) -> String {
    value.isFinite ? "\(String(format: "%.2f", value)) ×" : "—"
  }

  /// `123.4 MB`
  static func megabytes(_ bytes: Int) -> String { "\(String(format: "%.1f", Double(bytes) / 1e6)) MB" }

  /// A goal, and whether it is met.
  static func goal(_ what: String, _ wanted: String, _ measured: String, _ isMet: Bool) -> String {
    row([what, wanted, measured, isMet ? "met" : "**not met**"])
  }

  /// What all this ran on.
  static var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let models = info.split(separator: "\n").filter { $0.hasPrefix("model name") }
    let model = models.first?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "unknown"
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return
      "\(models.count) × \(model), load average \(load.split(separator: " ").prefix(3).joined(separator: " "))"
  }
}
