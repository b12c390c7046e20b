import Dispatch
import Synchronization

import class Foundation.Thread

/// Writes for many threads with few transactions: whatever they ask while one transaction is being
/// written goes into the next one together, at far less than one commit each.
///
/// It has a thread of its own, so that whoever has asked can go on with other work and wait for the
/// answer when it is needed. It does not wait for those who are about to ask: on a slow disk they are
/// there when the commit before is done, and on a fast one all would wait in step for each other.
final class SharedPen<Request: Sendable, Answer: Sendable>: Sendable {
    private let write: @Sendable ([Request]) throws -> [Answer]
    private let desk = Mutex(Desk())
    /// Rung for the pen's thread; once too often does no harm.
    private let bell = DispatchSemaphore(value: 0)

    /// - Parameter write: answers all requests by one transaction, in their order. After it has
    ///   thrown nothing is written any more, and that is everybody's answer.
    init(write: @escaping @Sendable ([Request]) throws -> [Answer]) {
        self.write = write
    }

    /// What kept it from writing.
    var fault: (any Error)? { desk.withLock(\.fault) }

    /// What it was asked to write after that, or when it happened.
    var unwritten: [Request] { desk.withLock(\.unwritten) }

    /// Begins to write for so many threads. They are counted before the first of them asks: it may be
    /// done before the last has started, and the pen is put away when everybody has left.
    func begin(for threads: Int) {
        desk.withLock { $0.threads = threads }
        let thread = Thread { [self] in
            while let turns = awaitTurns() { serve(turns) }
        }
        thread.name = "outbox"
        thread.start()
    }

    /// A thread asks no more; the last one waits until all is written.
    func leave() {
        let last = desk.withLock { desk -> Turn? in
            desk.threads -= 1
            guard desk.threads == 0 else { return nil }
            desk.end = Turn()
            return desk.end
        }
        bell.signal()
        last?.wait()
    }

    /// Has something written; what comes of it can be waited for.
    @discardableResult
    func ask(_ request: Request) -> Turn {
        let turn = Turn()
        let isCalled = desk.withLock { desk in
            desk.asked.append((request, turn))
            return desk.asked.count == 1 && !desk.isWriting
        }
        if isCalled { bell.signal() }
        return turn
    }

    /// What is to be written next; nothing when everybody has left.
    private func awaitTurns() -> [(Request, Turn)]? {
        while true {
            switch desk.withLock({ $0.step() }) {
            case .end(let turn):
                turn.end(nil)
                return nil
            case .sleep: bell.wait()
            case .write(let turns): return turns
            }
        }
    }

    private func serve(_ turns: [(Request, Turn)]) {
        do {
            if let fault = desk.withLock(\.fault) { throw fault }
            let answers = try write(turns.map(\.0))
            for ((_, turn), answer) in zip(turns, answers) { turn.end(.success(answer)) }
        } catch {
            desk.withLock {
                $0.fault = $0.fault ?? error
                $0.unwritten += turns.map(\.0)
            }
            for (_, turn) in turns { turn.end(.failure(error)) }
        }
        desk.withLock { $0.isWriting = false }
    }

    /// A request that is to be written, and whoever waits for its answer.
    final class Turn: Sendable {
        private let result = Mutex<Result<Answer, any Error>?>(nil)
        private let bell = DispatchSemaphore(value: 0)

        /// Whether the answer is there.
        var isWritten: Bool { result.withLock { $0 != nil } }

        /// Waits for the answer; once only.
        func answer() throws -> Answer? {
            wait()
            return try result.withLock { try $0?.get() }
        }

        fileprivate func wait() { bell.wait() }

        fileprivate func end(_ result: sending Result<Answer, any Error>?) {
            self.result.withLock { $0 = result }
            bell.signal()
        }
    }
}

extension SharedPen {
    /// What lies before the pen.
    private struct Desk {
        var asked: [(Request, Turn)] = []
        /// How many threads may ask.
        var threads = 0
        var isWriting = false
        var fault: (any Error)?
        var unwritten: [Request] = []
        /// Who waits for the end.
        var end: Turn?

        enum Step {
            case sleep, write([(Request, Turn)]), end(Turn)
        }

        mutating func step() -> Step {
            guard !asked.isEmpty else { return end.map { .end($0) } ?? .sleep }
            isWriting = true
            defer { asked = [] }
            return .write(asked)
        }
    }
}
