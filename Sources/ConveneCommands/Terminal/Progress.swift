import Synchronization

/// A line on the terminal that says how far a long work has come; nothing in a pipe.
final class Progress: Sendable {
    private let terminal: Terminal
    private let what: String
    private let shown = Mutex(-1)

    init(_ what: String, on terminal: Terminal) {
        self.what = what
        self.terminal = terminal
    }

    func show(_ done: Int, _ total: Int) {
        guard terminal.canAsk, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        let isNew = shown.withLock { shown in
            defer { shown = percent }
            return shown != percent
        }
        guard isNew else { return }
        let filled = percent / 4
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 25 - filled)
        terminal.write("\r\(what) \(bar) \(done) of \(total)", to: .error)
    }

    /// Takes the line away again.
    func end() {
        guard shown.withLock({ $0 >= 0 }) else { return }
        terminal.write("\r\u{1B}[K", to: .error)
    }
}
