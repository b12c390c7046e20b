import Dispatch
import Synchronization

import class Foundation.Thread

/// Writes for many threads with few transactions: whatever they ask while one transaction is being
/// written goes into the next one together, at far less than one commit each.
///
/// It has a thread of its own, so that whoever has asked can go on with other work and wait for the
/// answer when it is needed. Before it writes it waits for those who are about to ask, a third as
/// long as the last transaction took at most, because they would need a commit of their own. Where nobody
/// has asked for longer than a commit takes, a commit each costs nothing.
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

    /// One thread more will ask.
    func join() {
        let isFirst = desk.withLock { desk in
            desk.threads += 1
            defer { desk.hasBegun = true }
            return !desk.hasBegun
        }
        guard isFirst else { return }
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
    func ask(_ request: Request, isAwaited: Bool = true) -> Turn {
        let turn = Turn()
        let isCalled = desk.withLock { desk in
            desk.asked.append((request, turn))
            if isAwaited { desk.awaited += 1 }
            return !desk.isWriting && (!desk.isGathering || desk.awaited >= desk.threads)
        }
        if isCalled { bell.signal() }
        return turn
    }

    /// What is to be written next; nothing when everybody has left.
    private func awaitTurns() -> [(Request, Turn)]? {
        var hasGathered = false
        while true {
            switch desk.withLock({ $0.step(hasGathered: hasGathered) }) {
            case .end(let turn):
                turn.end(nil)
                return nil
            case .sleep: bell.wait()
            case .gather(let patience):
                _ = bell.wait(timeout: .now() + .nanoseconds(Int(patience / .nanoseconds(1))))
                hasGathered = desk.withLock { $0.isPatienceOver }
            case .write(let turns): return turns
            }
        }
    }

    private func serve(_ turns: [(Request, Turn)]) {
        let start = ContinuousClock.now
        do {
            if let fault = desk.withLock(\.fault) { throw fault }
            let answers = try write(turns.map(\.0))
            for ((_, turn), answer) in zip(turns, answers) { turn.end(.success(answer)) }
        } catch {
            desk.withLock { $0.fault = $0.fault ?? error }
            for (_, turn) in turns { turn.end(.failure(error)) }
        }
        let end = ContinuousClock.now
        desk.withLock { ($0.commit, $0.written, $0.isWriting) = (end - start, end, false) }
    }

    /// A request that is to be written, and whoever waits for its answer.
    final class Turn: Sendable {
        private let result = Mutex<Result<Answer, any Error>?>(nil)
        private let bell = DispatchSemaphore(value: 0)

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
        /// How many of them somebody waits for.
        var awaited = 0
        /// How many threads may ask.
        var threads = 0
        var hasBegun = false
        var isWriting = false
        var fault: (any Error)?
        /// Who waits for the end.
        var end: Turn?
        /// Until when those who are about to ask are waited for.
        var patience: ContinuousClock.Instant?
        /// How long the last transaction took.
        var commit = Duration.zero
        /// When it ended.
        var written: ContinuousClock.Instant?

        var isGathering: Bool { patience != nil }
        var isPatienceOver: Bool {
            awaited >= threads || (patience.map { $0 <= .now } ?? true)
        }

        enum Step {
            case sleep, gather(Duration), write([(Request, Turn)]), end(Turn)
        }

        mutating func step(hasGathered: Bool) -> Step {
            guard !asked.isEmpty else { return end.map { .end($0) } ?? .sleep }
            if !hasGathered, let left = timeToGather() { return .gather(left) }
            (patience, isWriting, awaited) = (nil, true, 0)
            defer { asked = [] }
            return .write(asked)
        }

        private mutating func timeToGather() -> Duration? {
            guard threads > awaited, commit > .zero else { return nil }
            let now = ContinuousClock.now
            if patience == nil {
                guard let written, now - written < commit else { return nil }
                patience = now + commit / 3
            }
            return patience.map { $0 - now }
        }
    }
}
