import Convene
package import ConveneReports
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a command reads and writes: the user's terminal, a pipe, or a test's record.
package struct Terminal: Sendable {
    package let environment: [String: String]
    package let screen: Screen
    /// Whether somebody sits there who can answer.
    package let canAsk: Bool
    private let writer: @Sendable (String, Stream) throws -> Void
    private let losses = Losses()
    private let reader: @Sendable () -> String?

    package enum Stream: Sendable { case output, error }

    package init(
        environment: [String: String], screen: Screen, canAsk: Bool = false,
        reader: @escaping @Sendable () -> String? = { nil },
        writer: @escaping @Sendable (String, Stream) throws -> Void
    ) {
        self.environment = environment
        self.screen = screen
        self.canAsk = canAsk
        self.reader = reader
        self.writer = writer
    }

    /// The terminal of the command that runs.
    @TaskLocal package static var current = Terminal.system

    /// The process's own standard streams.
    package static let system = Terminal(
        environment: ProcessInfo.processInfo.environment, screen: .system,
        canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
        reader: { readLine() },
        writer: { text, stream in
            let file = stream == .output ? STDOUT_FILENO : STDERR_FILENO
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { unistdWrite(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Loss.told(by: errno) }
                bytes = bytes.dropFirst(count)
            }
        })

    /// Writes; a result that could not be written is told by ``loss`` when the command has ended.
    package func write(_ text: String, to stream: Stream) {
        do {
            try writer(text, stream)
        } catch {
            if stream == .output { losses.note(error) }
        }
    }

    /// Why some of the output is not there, if so.
    var loss: Problem? { losses.first }

    /// A sentence about what was done, for people; programs read the exit code.
    func say(_ text: String) { write(text + "\n", to: .output) }

    /// A sentence that must not stand between the rows of a list.
    func remark(_ text: String) { write(text + "\n", to: .error) }

    func complain(_ problem: Problem) {
        write("convene: \(problem.message)\n", to: .error)
        for detail in problem.details { write("  \(detail)\n", to: .error) }
    }

    /// Asks for what is missing, when somebody is there to answer.
    func ask(_ question: String) -> String? {
        guard canAsk else { return nil }
        write("\(question): ", to: .error)
        guard let answer = reader() else { return nil }
        let text = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// Asks for a secret without showing it, or takes it from standard input as one line.
    func secret(_ question: String) -> String? {
        guard canAsk else { return reader().flatMap { $0.isEmpty ? nil : $0 } }
        write("\(question): ", to: .error)
        let shown = Echo.off()
        defer {
            shown.map(Echo.restore)
            write("\n", to: .error)
        }
        return reader().flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Asks before something that can't be undone; without anybody there, the command line has
    /// said it already.
    func confirm(_ question: String, unless assumed: Bool) -> Bool {
        guard canAsk, !assumed else { return true }
        let answer = ask("\(question) [y/N]")?.lowercased()
        return ["y", "yes", "да", "oui"].contains(answer)
    }
}

/// `write(2)`, which ``Terminal/write(_:to:)`` would hide.
private func unistdWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}

/// Whether the terminal shows what is typed.
private enum Echo {
    /// Hides it; nothing where there is no terminal.
    static func off() -> termios? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { return nil }
        return before
    }

    static func restore(_ before: termios) {
        var before = before
        _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    }
}

extension Screen {
    fileprivate static var system: Screen {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        let environment = ProcessInfo.processInfo.environment
        return Screen(
            width: known && size.ws_col > 0 ? Int(size.ws_col) : 80, isTerminal: isTerminal,
            colours: environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb")
    }
}
