import FoundationEssentials
import Logging
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes the log to standard error, one line an event: `time=… level=info message="answered"
/// request=… route=/events/:event status=200`.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let label: String

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let pairs = all.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.quoted("\($0.value)"))" }
        // The machine's own clock, whatever the office's shows: a log is read beside other logs.
        let line =
            ([
                "time=\(Date().formatted(.iso8601))", "level=\(event.level)",
                "message=\(Self.quoted("\(event.message)"))",
            ] + pairs).joined(separator: " ") + "\n"
        // One call a line, so that lines of several threads stay whole.
        _ = Array(line.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A value as one word: what has blanks, quotes or controls in it is put in quotes.
    private static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0 != "\"" && $0 != "=" && $0 != "\\"
        }
        guard !plain || text.isEmpty else { return text }
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            default: quoted += scalar.value < 0x20 ? " " : String(scalar)
            }
        }
        return "\"\(quoted)\""
    }
}
