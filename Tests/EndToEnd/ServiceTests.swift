import Foundation
import Testing

/// The service as it is run: beside the terminal, on one register, ended and killed.
@Suite(.serialized) struct ServiceTests {
    @Test func `on an empty folder a register is begun, and it says where to look`() async throws {
        let service = try await Service(in: try Shell())

        let page = try await service.get("/")

        #expect(page.status == "200")
        #expect(page.body.contains("No event is open"))
        let words = try service.shell.text(service.shell.path("service.out"))
        #expect(words.contains("A new register was begun: convene.db."))
        try await service.shell.must("convene doctor && convene event list")
    }

    @Test func `what is registered in the terminal and by the form is one list, and mails leave`()
        async throws
    {
        let shell = try await Shell.withEvent("--capacity 2")
        let service = try await Service(in: shell)

        let status = try await shell.must("\(service.registering)\nguest 1")
        try await shell.must("convene register kyiv --given Ada --family Example")
        let waiting = try await service.get("/events/kyiv/register")
        let mails = try await shell.run(
            "for _ in {1..100}; do [ $(ls mail 2>/dev/null | wc -l) = 1 ] && exit 0; sleep 0.1; done; exit 1"
        )

        #expect(status == "303\n")
        #expect(waiting.body.contains("All seats are taken."))
        #expect(mails.code == 0, "\(service.log)")
        #expect(try await shell.rows("registrations", of: "registration list kyiv").count == 2)
    }

    @Test func `a page that was seen is another one once somebody has changed what it shows`()
        async throws
    {
        let shell = try await Shell.withEvent("--capacity 2")
        let service = try await Service(in: shell)

        let before = try await service.get("/events/kyiv").body
        try await shell.must("convene event edit kyiv --city Lviv")
        let edited = try await service.get("/events/kyiv").body
        try await shell.must("\(service.registering)\nguest 1")
        let taken = try await service.get("/events/kyiv").body
        let unchanged = try await service.get("/events/kyiv").body

        #expect(before.contains("Kyiv") && before.contains("2 seats are left"))
        #expect(edited.contains("Lviv"))
        #expect(taken.contains("1 seat is left"))
        #expect(unchanged == taken)
    }

    @Test func `a secret link's path is in no log`() async throws {
        let shell = try await Shell.withEvent()
        let service = try await Service(in: shell)

        for path in ["/answer/s3cr3t", "/me/s3cr3t", "/u/s3cr3t?lang=ru", "/s3cr3t"] {
            _ = try await service.get(path)
        }

        #expect(service.log.contains("route=/answer/"))
        #expect(!service.log.contains("s3cr3t"))
    }

    @Test func `of 64 clients and the terminal, one gets the last seat, and all are answered`()
        async throws
    {
        let shell = try await Shell.withEvent("--capacity 1")
        let service = try await Service(in: shell)

        let output = try await shell.must(
            """
            \(service.registering)
            for i in {1..64}; do guest $i >status.$i & done
            for i in {65..68}; do convene register kyiv --given Guest --family T$i & done >/dev/null
            wait; cat status.*
            """)

        #expect(output.split(separator: "\n") == Array(repeating: "303", count: 64))
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count == 68)
        #expect(list.count { $0["standing"] as? String == "confirmed" } == 1)
        #expect(list.count { $0["standing"] as? String == "waitlisted" } == 67)
        try await shell.must("convene doctor")
    }

    @Test func `killed under load and started again, it has every registration that it answered`()
        async throws
    {
        let shell = try await Shell.withEvent()
        let service = try await Service(in: shell)
        async let load = shell.run(
            """
            \(service.registering)
            for i in {1..4}; do
                (for j in {1..200}; do
                    [ "$(guest $i-$j)" = 303 ] && echo "guest$i-$j@example.net"; done >answered.$i) &
            done
            wait
            """)
        try await shell.must(
            "for _ in {1..200}; do [ -s answered.1 ] && break; sleep 0.05; done; sleep 0.5")
        service.signal(SIGKILL)
        _ = try await load

        let again = try await Service(in: shell)

        #expect(try await again.get("/ready").status == "200")
        let answered = try await shell.must("cat answered.*").split(separator: "\n").map(
            String.init)
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        let present = Set(list.compactMap { $0["email"] as? String })
        #expect(!answered.isEmpty)
        #expect(Set(answered).subtracting(present) == [])
    }

    @Test func `ended under load it cuts no request, and ends in order`() async throws {
        let shell = try await Shell.withEvent()
        let service = try await Service(in: shell)
        async let load = shell.run(
            """
            \(service.registering)
            for i in {1..4}; do
                (for j in {1..200}; do guest $i-$j; done >status.$i) &
            done
            wait
            """)
        try await shell.must(
            "for _ in {1..200}; do [ -s status.1 ] && break; sleep 0.05; done; sleep 0.5")
        service.signal(SIGTERM)
        let ended = try await service.ends(within: 20)
        _ = try await load

        #expect(ended, "\(service.log)")
        // 000 is a connection that was refused: after the end nobody is there.
        let statuses = try await shell.must("cat status.*").split(separator: "\n").map(String.init)
        #expect(Set(statuses) == ["303", "000"])
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count == statuses.count { $0 == "303" })
    }

    @Test func `clients that drip are closed, and honest ones are answered meanwhile`() async throws
    {
        let shell = try await Shell.withEvent()
        let service = try await Service(in: shell, "CONVENE_HTTP_TIMEOUT=20")

        let outcome = try await shell.run(
            "python3 '\(Shell.peer("drip.py"))' \(service.port) 2000 200")

        #expect(outcome.code == 0, "\(outcome.error)")
    }

    @Test func `while the register is locked the pages say so, and recover by themselves`()
        async throws
    {
        let shell = try await Shell.withEvent()
        let service = try await Service(in: shell, "CONVENE_HTTP_TIMEOUT=2")

        let output = try await shell.must(
            """
            \(service.registering)
            (echo 'BEGIN IMMEDIATE;'; sleep 5; echo 'ROLLBACK;') | sqlite3 convene.db &
            sleep 0.5
            guest 1
            wait
            guest 2
            """)

        #expect(output == "503\n303\n")
    }

    @Test func `while the disk is full the pages say so, and recover by themselves`() async throws {
        let shell = try await Shell.withEvent()
        // Only root can make a small disk.
        let mounted = try await shell.run(
            "mkdir small && mount -t tmpfs -o size=8m none small && mv convene.db small")
        guard mounted.code == 0 else { return }
        let service = try await Service(in: shell, "CONVENE_DATABASE=small/convene.db")

        let before = try await shell.must("\(service.registering)\nguest 1")
        try await shell.must("cat /dev/zero >small/much 2>/dev/null || true")
        let full = try await shell.must("\(service.registering)\nguest 2; guest 3")
        let page = try await service.get("/events/kyiv")
        try await shell.must("rm small/much")
        let after = try await shell.must("\(service.registering)\nguest 2; guest 4")
        let list = try await shell.rows(
            "registrations", of: "registration list kyiv --database small/convene.db")
        let health = try await shell.run("convene doctor --database small/convene.db")
        _ = try await shell.run("umount -l small")

        #expect([before, full, after] == ["303\n", "503\n503\n", "303\n303\n"])
        #expect(page.status == "200")
        #expect(
            Set(list.compactMap { $0["email"] as? String })
                == ["guest1@example.net", "guest2@example.net", "guest4@example.net"])
        #expect(health.code == 0, "\(health.error)")
    }

    @Test
    func `while the mail server is away people register, and their mails leave when it is back`()
        async throws
    {
        let shell = try await Shell.withEvent()
        let port = try await shell.must(
            "python3 '\(Shell.peer("two_ports.py"))' | tr -d '\\n'")
        let service = try await Service(in: shell, "CONVENE_MAIL_URL=smtp://127.0.0.1:\(port)")

        let away = try await shell.must("\(service.registering)\nguest 1; guest 2")
        let waiting = try await shell.run(
            "for _ in {1..300}; do grep -qE 'mail waits|stopped=' service.err && exit 0; sleep 0.1; done; exit 1"
        )
        let ready = try await service.get("/ready")
        let back = try await shell.run(
            """
            python3 '\(Shell.peer("sink.py"))' taken.log 0 \(port) >/dev/null & sink=$!
            trap 'kill $sink' EXIT
            \(service.registering)
            guest 3
            for _ in {1..600}; do [ $(wc -l <taken.log) = 3 ] && exit 0; sleep 0.1; done; exit 1
            """)

        #expect(away == "303\n303\n")
        #expect(waiting.code == 0, "\(service.log)")
        #expect(ready.status == "200")
        #expect(back.code == 0, "\(service.log)")
        let messages = try await shell.rows("messages", of: "mail queue kyiv")
        #expect(messages.map { $0["state"] as? String } == ["sent", "sent", "sent"])
    }

    @Test func `it speaks TLS by itself, and shows a renewed certificate to the next`() async throws
    {
        let shell = try await Shell.withEvent()
        try await shell.must(Self.certificate("first"))
        let service = try await Service(
            in: shell, "CONVENE_HTTP_CERTIFICATE=chain.pem CONVENE_HTTP_KEY=key.pem")
        let ask = """
            curl -sk -w '%{http_code}' https://127.0.0.1:\(service.port)/health
            openssl s_client -connect 127.0.0.1:\(service.port) </dev/null 2>/dev/null \
                | openssl x509 -noout -subject
            """

        let before = try await shell.must(ask)
        try await shell.must(Self.certificate("second"))
        let after = try await shell.must(ask)

        #expect(before.contains("200") && before.contains("first"), "\(before)")
        #expect(after.contains("second"), "\(after)")
    }

    private static func certificate(_ name: String) -> String {
        """
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
            -subj /CN=\(name) -keyout key.new -out chain.new 2>/dev/null
        mv key.new key.pem; mv chain.new chain.pem
        """
    }
}
