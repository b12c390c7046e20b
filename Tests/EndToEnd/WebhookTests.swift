import Foundation
import Testing

/// Webhooks before a receiver that checks signatures by code of its own.
@Suite(.serialized) struct WebhookTests {
    @Test
    func `what changes is told, signed, and again where it was not taken; the secret is in no log`()
        async throws
    {
        let shell = try await Shell.withRunningClock()
        let receiver = try await Receiver(in: shell, "500")
        let service = try await Service(in: shell)

        try await shell.must(
            """
            \(receiver.adding("--change event.opened"))
            convene event open kyiv
            for _ in {1..150}; do [ $(wc -l <told.log) = 2 ] && break; sleep 0.1; done
            """)

        let told = try shell.told()
        let deliveries = try await shell.rows("deliveries", of: "webhook deliveries 1")
        #expect(told.map { $0["status"] as? Int } == [500, 200], "\(service.log)")
        #expect(told.allSatisfy { $0["right"] as? Bool == true })
        #expect(Set(told.compactMap { $0["id"] as? String }).count == 1)
        #expect(deliveries.map { $0["state"] as? String } == ["delivered"])
        #expect(deliveries.map { $0["attempts"] as? Int } == [2])
        let body = told.first?["body"] as? [String: Any]
        #expect(body?["type"] as? String == "event.opened")
        #expect(body?["data"] as? [String: String] == ["event": "kyiv", "status": "open"])
        let secret = try shell.text(shell.path("secret")).dropFirst(6).prefix(20)
        let audit = try await shell.must("convene audit list --format json")
        #expect(secret.count == 20)
        #expect(!service.log.contains(secret) && !audit.contains(secret))
    }

    @Test func `a receiver that is gone turns its webhook off, and is told of nothing more`()
        async throws
    {
        let shell = try await Shell.withRunningClock()
        let receiver = try await Receiver(in: shell, "410")
        try await shell.must(receiver.adding())

        let answer = try await shell.json("webhook test 1")
        try await shell.must("convene event open kyiv")
        let list = try await shell.rows("webhooks", of: "webhook list")

        #expect(answer["status"] as? Int == 410)
        #expect(list.map { $0["enabled"] as? Bool } == [false])
        #expect(list.map { $0["queued"] as? Int } == [0])
        #expect(try shell.told().map { $0["right"] as? Bool } == [true])
    }

    @Test func `killed at any moment, the service tells everything, under one number each`()
        async throws
    {
        let shell = try await Shell.withRunningClock()
        let receiver = try await Receiver(in: shell)
        try await shell.must(receiver.adding("--change event"))

        for round in 1...4 {
            let service = try await Service(in: shell)
            try await shell.must(
                "for i in {1..10}; do convene event edit kyiv --city City\(round)$i; done")
            service.signal(SIGKILL)
            _ = try await service.ends(within: 5)
        }
        let last = try await Service(in: shell)
        try await shell.must(
            """
            for _ in {1..200}; do
                convene webhook list --format json | grep -q '"queued": 0' && exit 0
                sleep 0.1
            done; exit 1
            """)

        let numbers = try shell.told().compactMap { $0["id"] as? String }
        #expect(Set(numbers).count == 40, "\(last.log)")
        #expect(numbers.count <= 40 + 4)
    }
}

/// A receiver of webhooks; it ends with the test.
private final class Receiver {
    let port: String
    private let pid: Int32

    /// - Parameter statuses: what it answers at first; then it takes everything.
    init(in shell: Shell, _ statuses: String = "") async throws {
        try await shell.must(
            """
            touch told.log
            python3 \(Shell.peer("hook.py")) told.log secret \(statuses) >port 2>hook.err &
            echo $! >hook.pid
            for _ in {1..100}; do [ -s port ] && exit 0; sleep 0.1; done; exit 1
            """)
        port = try shell.text(shell.path("port")).filter(\.isNumber)
        pid = try #require(Int32(try shell.text(shell.path("hook.pid")).filter(\.isNumber)))
    }

    deinit { kill(pid, SIGKILL) }

    /// Adds a webhook to it; its secret stands in the file that it reads.
    func adding(_ changes: String = "") -> String {
        """
        convene webhook add http://127.0.0.1:\(port)/hook \(changes) --format json >added
        grep -o 'whsec_[A-Za-z0-9+/=]*' added >secret
        """
    }
}

extension Shell {
    /// A shell beside a register on the running clock, in which the event `kyiv` is planned.
    fileprivate static func withRunningClock() async throws -> Shell {
        let shell = try Shell()
        try await shell.must(
            """
            convene init
            convene event add kyiv --title Museums --kind workshop --dates 2099-10-03/2099-10-07
            """)
        return shell
    }

    /// What the receiver was told, in its order.
    fileprivate func told() throws -> [[String: Any]] {
        try text(path("told.log")).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }
}
