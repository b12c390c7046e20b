import Convene
import Dispatch
import Synchronization

import class Foundation.Thread

@testable import ConveneCurl

extension Parcel {
    /// A small mail.
    static func sample(
        name: String = "7.1", to recipient: String = "guest@example.net",
        bytes: [UInt8] = Array("Subject: Hello\r\n\r\nGood morning.\r\n".utf8)
    ) throws -> Parcel {
        Parcel(
            name: name, sender: try EmailAddress("office@example.org"),
            recipient: try EmailAddress(recipient), bytes: bytes)
    }
}

extension [Parcel] {
    /// So many small mails.
    static func samples(_ count: Int) throws -> [Parcel] {
        try (0..<count).map { _ in try .sample() }
    }
}

extension CurlMailer {
    /// A mailer for a scripted server; timeouts are short so that a hang fails a test soon.
    init(
        _ server: ScriptedServer, user: String? = nil, password: String? = nil,
        token: String? = nil,
        startTLS: SMTPAccount.StartTLS? = nil, connections: Int = 4, mailsPerConnection: Int = 100,
        response: Duration = .seconds(20), block: Duration = .seconds(20)
    ) throws {
        self.init(
            try SMTPAccount(
                url: server.url,
                login: try .init(user: user, password: password, token: token, in: "mail"),
                startTLS: startTLS,
                connections: connections, mailsPerConnection: mailsPerConnection,
                timeouts: SMTPAccount.Timeouts(
                    connect: .seconds(5), response: response, block: block)))
    }

    /// Hands mails over one after another, on one line.
    func deliver(
        _ parcels: [Parcel], beforeData: @escaping @Sendable (Int) throws -> Void = { _ in }
    ) async -> [Delivery] {
        await handOver(parcels) { index in Clearance(beforeData: { try beforeData(index) }) }
    }

    /// The same, each by a clearance of its own.
    func handOver(
        _ parcels: [Parcel], clearance: @escaping @Sendable (Int) -> Clearance
    ) async -> [Delivery] {
        await withCheckedContinuation { continuation in
            Thread {
                let line = line()
                continuation.resume(
                    returning: parcels.enumerated().map { index, parcel in
                        line.deliver(parcel, clearance: clearance(index))
                    })
            }.start()
        }
    }
}

/// Opens when as many as expected have arrived, and holds them until then.
final class Gate: Sendable {
    private let expected: Int
    private let arrived = Mutex(0)
    private let opening = DispatchSemaphore(value: 0)

    init(opensAt expected: Int) { self.expected = expected }

    /// Waits; whether the gate opened.
    func pass(within seconds: Double = 10) -> Bool {
        let isLast = arrived.withLock { arrived in
            arrived += 1
            return arrived == expected
        }
        if isLast { for _ in 1...expected { opening.signal() } }
        return opening.wait(timeout: .now() + seconds) == .success
    }
}

/// Something counted by several threads.
final class Tally: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}

extension Clearance {
    /// One that is given or refused as soon as it is asked for.
    init(beforeData: @escaping @Sendable () throws -> Void) {
        self.init {
            try beforeData()
            return true
        } wait: {
        }
    }
}

extension Mailer {
    /// Hands one mail over with what is to be done before its data.
    func deliver(_ parcel: Parcel, beforeData: @escaping @Sendable () throws -> Void) async
        -> Delivery
    {
        await deliver(parcel, clearance: Clearance(beforeData: beforeData))
    }
}
