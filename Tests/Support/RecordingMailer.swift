package import Convene
import Dispatch
import Synchronization
import Testing

/// A mail server that a test scripts: it keeps every parcel, and answers as it was told.
///
/// A parcel that the script does not foresee fails the test that is running.
package final class RecordingMailer: Mailer, MailLine {
    package let connections: Int
    package let pace: Pace
    private let state: Mutex<State>

    private struct State {
        var parcels: [Parcel] = []
        var script: [Step]
        var usual: Step?
    }

    /// What happens to one parcel.
    package struct Step: Sendable {
        fileprivate var delivery: Delivery
        /// Whether the server agrees to take the data before it says so.
        fileprivate var startsData: Bool
        fileprivate var before: (@Sendable () async throws -> Void)?
        fileprivate var meanwhile: (@Sendable () async throws -> Void)?
    }

    /// - Parameters:
    ///   - script: what happens to the first parcel, the second, …
    ///   - usual: what happens to those after them; nothing means that there may be none.
    package init(
        _ script: [Step], then usual: Step? = nil, connections: Int = 1, pace: Pace = Pace()
    ) {
        self.connections = connections
        self.pace = pace
        state = Mutex(State(script: script, usual: usual))
    }

    /// A server that takes everything.
    package static func willing(connections: Int = 1, pace: Pace = Pace()) -> RecordingMailer {
        RecordingMailer([], then: .sent, connections: connections, pace: pace)
    }

    package var parcels: [Parcel] { state.withLock { $0.parcels } }
    package var recipients: [String] { parcels.map(\.recipient.text) }

    package func line() -> any MailLine { self }

    package func deliver(_ parcel: Parcel, clearance: Clearance) -> Delivery {
        guard let step = next(for: parcel) else {
            Issue.record("Nobody foresaw a mail to \(parcel.recipient).")
            return Delivery(outcome: .failed, reply: "not in the script")
        }
        do {
            try Self.wait(for: step.before)
            if step.startsData { try clearance.wait() }
            try Self.wait(for: step.meanwhile)
            return step.delivery
        } catch {
            return Delivery(outcome: .notStarted, reply: "\(error)")
        }
    }

    /// A line's thread waits for what it calls.
    private static func wait(for work: (@Sendable () async throws -> Void)?) throws {
        guard let work else { return }
        let fault = Mutex<(any Error)?>(nil)
        let end = DispatchSemaphore(value: 0)
        Task {
            do { try await work() } catch { fault.withLock { $0 = error } }
            end.signal()
        }
        end.wait()
        if let fault = fault.withLock({ $0 }) { throw fault }
    }

    private func next(for parcel: Parcel) -> Step? {
        state.withLock { state in
            state.parcels.append(parcel)
            return state.script.isEmpty ? state.usual : state.script.removeFirst()
        }
    }
}

extension RecordingMailer.Step {
    package static let sent = Self(
        delivery: Delivery(outcome: .sent, code: 250, reply: "250 taken"), startsData: true)
    /// Greylisting: come again later.
    package static let retry = Self(
        delivery: Delivery(outcome: .retry, code: 451, enhanced: "4.7.1", reply: "451 later"),
        startsData: false)
    package static let failed = Self(
        delivery: Delivery(outcome: .failed, code: 550, enhanced: "5.1.1", reply: "550 nobody"),
        startsData: false)
    /// Not wanted for what it says, which is no fault of the address.
    package static let unwanted = Self(
        delivery: Delivery(outcome: .failed, code: 550, enhanced: "5.7.1", reply: "550 spam"),
        startsData: false)
    /// The line broke after the final dot.
    package static let unknown = Self(
        delivery: Delivery(outcome: .unknown, reply: "the line broke"), startsData: true)
    package static let unreachable = Self(
        delivery: Delivery(outcome: .unreachable, reply: "no answer"), startsData: false)
    package static let refusedUs = Self(
        delivery: Delivery(outcome: .refusedUs, code: 535, reply: "535 who are you"),
        startsData: false)

    /// Greylisting or a rate, in these words: a code, an enhanced code and a text.
    package static func answering(_ reply: String) -> Self {
        let words = reply.split(separator: " ")
        return Self(
            delivery: Delivery(
                outcome: .retry, code: words.first.flatMap { Int($0) },
                enhanced: words.dropFirst().first.map(String.init), reply: reply),
            startsData: false)
    }

    /// The same, with something that happens between the start of the data and the server's word.
    package func after(_ meanwhile: @escaping @Sendable () async throws -> Void) -> Self {
        var step = self
        step.meanwhile = meanwhile
        return step
    }

    /// The same, with something that happens before the server agrees to take the data.
    package func afterWaiting(_ meanwhile: @escaping @Sendable () async throws -> Void) -> Self {
        var step = self
        step.before = meanwhile
        return step
    }
}
