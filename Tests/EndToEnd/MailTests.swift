import Foundation
import Testing

/// Mail over real connections, to peers on this machine.
@Suite struct MailTests {
    @Test func `with no server there, invitations wait and leave later`() async throws {
        let shell = try await Self.shell(inviting: 3)

        let absent = try await shell.run(
            "convene invite kyiv", ["CONVENE_MAIL_URL": "smtp://127.0.0.1:1"])

        #expect(absent.code == 2)
        #expect(absent.error.hasPrefix("convene: The mail server can't be used now: "))
        #expect(absent.error.contains("3 mails wait"))
        #expect(try await shell.states() == ["queued": 3])

        let sent = try await shell.must("\(Self.sink)\nconvene mail send")

        #expect(sent == "3 mails sent.\n")
        #expect(try await shell.states() == ["sent": 3])
        #expect(try shell.taken().count == 3)
    }

    @Test func `one bad recipient holds up nobody, and is listed`() async throws {
        let shell = try await Self.shell(inviting: 3)
        try await shell.must(
            """
            convene nominate kyiv --given Bad --family Address --email bad@example.net
            convene nominate kyiv --given Busy --family Box --email busy@example.net
            """)

        let outcome = try await shell.run("\(Self.sink)\nconvene invite kyiv")

        #expect(outcome.code == 5)
        #expect(outcome.error.contains("bad@example.net  failed: 550 5.1.1 no such user"))
        #expect(outcome.error.contains("busy@example.net  retry: 451 4.2.0 come back later"))
        #expect(try await shell.states() == ["sent": 3, "failed": 1, "retry": 1])
        #expect(try shell.taken().count == 3)
    }

    @Test func `the doctor asks the mail server and sends nothing`() async throws {
        let shell = try await Self.shell(inviting: 1)

        let well = try await shell.run("\(Self.sink)\nconvene doctor --format tsv")
        let absent = try await shell.run(
            "convene doctor --format tsv", ["CONVENE_MAIL_URL": "smtp://127.0.0.1:1"])

        #expect(well.code == 0)
        #expect(well.output.contains("mail server\tyes\tIt answers and would take our mail."))
        #expect(try shell.taken().isEmpty)
        #expect(absent.code == 2)
        #expect(absent.output.contains("mail server\tno\tThe mail server 127.0.0.1"))
    }

    @Test(arguments: ["INT", "TERM"])
    func `a sender that is asked to stop finishes what is on its way and says what is left`(
        _ signal: String
    ) async throws {
        let shell = try await Self.shell(inviting: 60)

        let outcome = try await shell.run(
            """
            \(Self.sink(pause: 0.05))
            convene invite kyiv --queue
            convene mail send & sender=$!
            while (($(wc -l <taken.log) < 5)); do :; done 2>/dev/null
            kill -\(signal) $sender
            wait $sender
            """)

        let taken = try shell.taken()
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("\(taken.count) mails sent."))
        #expect(
            outcome.error.contains(
                "The sending was interrupted. Nothing is lost: \(60 - taken.count) mails wait"))
        #expect(try await shell.states() == ["sent": taken.count, "queued": 60 - taken.count])
    }

    @Test(.timeLimit(.minutes(15)))
    func `a sender killed at 200 points loses nothing and repeats what was in flight (BOX-4)`()
        async throws
    {
        let (mails, kills) = (1000, 200)
        let shell = try await Self.shell(inviting: mails)

        let killed = try await shell.must(
            """
            \(Self.sink(pause: 0.01))
            convene invite kyiv --queue >/dev/null
            python3 \(Shell.peer("kill.py")) taken.log \(kills) convene mail send
            for day in 4 5; do
                CONVENE_NOW=2011-09-0${day}T12:00:00Z convene mail send >/dev/null
                CONVENE_NOW=2011-09-0${day}T13:00:00Z convene mail retry --unknown >/dev/null
            done
            CONVENE_NOW=2011-09-06T12:00:00Z convene mail send >/dev/null
            """)

        let times = try #require(Int(killed.trimmingCharacters(in: .whitespacesAndNewlines)))
        let taken = try shell.taken()
        let repeated = taken.filter { $0.value.count > 1 }
        #expect(times == kills)
        #expect(taken.count == mails, "lost: \(mails - taken.count)")
        #expect(taken.allSatisfy { Set($0.value).count == 1 }, "another Message-ID")
        #expect(repeated.values.map { $0.count - 1 }.reduce(0, +) <= times * 4)
        let unknown = try await shell.onceUnknown()
        #expect(!unknown.isEmpty, "nothing was killed in flight")
        #expect(Set(repeated.keys).subtracting(unknown) == [])
        #expect(try await shell.states() == ["sent": mails])
    }

    @Test(
        .enabled(if: getuid() == 0, "Postfix starts as root only"),
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix"),
            "Postfix is not installed: Config/setup installs it"))
    func `200 invitations reach a real Postfix once each`() async throws {
        let shell = try await Self.shell(inviting: 200)

        let outcome = try await shell.run(
            """
            PATH=$PATH:/usr/sbin
            port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))
            print(s.getsockname()[1])')
            chmod 755 .
            \(Shell.peer("postfix")) $PWD/postfix $port & postfix=$!
            trap 'kill $postfix; wait $postfix' EXIT
            until (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do kill -0 $postfix || exit 9; done
            CONVENE_MAIL_URL=smtp://127.0.0.1:$port convene invite kyiv || exit
            for second in {1..20}; do
                (($(ls postfix/mail/new | wc -l) < 200)) || break
                read -t 1 <> <(:) || true
            done
            cat postfix/mail/new/* | grep ^Delivered-To: | sort | uniq -c | sort -rn
            """)

        #expect(outcome.code == 0, "\(outcome.error)")
        #expect(outcome.output.contains("200 mails sent."))
        let arrived = outcome.output.split(separator: "\n").filter { $0.contains("Delivered-To") }
        #expect(arrived.count == 200)
        #expect(arrived.allSatisfy { $0.hasPrefix("      1 Delivered-To: guest") })
        #expect(try await shell.states() == ["sent": 200])
    }

    /// A shell whose event has people nominated, each with an address.
    private static func shell(inviting count: Int) async throws -> Shell {
        let shell = try await Shell.withEvent()
        try await shell.must(
            """
            echo given_name,family_name,email >list.csv
            for i in {1..\(count)}; do echo "Guest,N$i,guest$i@example.net" >>list.csv; done
            convene nominate kyiv --from list.csv
            """)
        return shell
    }

    /// Starts the counting mail server for as long as the script runs, and sends mail there.
    private static let sink = sink(pause: 0)

    private static func sink(pause: Double) -> String {
        """
        touch taken.log
        exec {said}< <(exec python3 \(Shell.peer("sink.py")) taken.log \(pause)); sink=$!
        trap 'kill $sink' EXIT
        read port <&$said
        export CONVENE_MAIL_URL=smtp://127.0.0.1:$port
        """
    }
}

extension Shell {
    /// How many mails are in each state.
    fileprivate func states() async throws -> [String: Int] {
        let rows = try await rows("messages", of: "mail queue kyiv")
        return Dictionary(grouping: rows) { $0["state"] as? String ?? "" }.mapValues(\.count)
    }

    /// What the counting server took: the Message-IDs that came to each address.
    fileprivate func taken() throws -> [String: [String]] {
        let lines = try text(path("taken.log")).split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
        return Dictionary(grouping: lines) { $0[0] }.mapValues { $0.map { $0[1] } }
    }

    /// To whom a mail was once under way whose end nobody knew.
    fileprivate func onceUnknown() async throws -> Set<String> {
        let addresses = try await must(
            """
            sqlite3 convene.db "SELECT DISTINCT m.address FROM message m
                JOIN message_attempt t ON t.message_id = m.id WHERE t.outcome = 'unknown'"
            """)
        return Set(addresses.split(separator: "\n").map(String.init))
    }
}
