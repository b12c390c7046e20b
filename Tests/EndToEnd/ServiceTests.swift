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
        let service = try await Service(in: shell, "CONVENE_HTTP_TIMEOUT=2")

        let outcome = try await shell.run(
            """
            python3 - \(service.port) <<'END'
            import socket, sys, time
            port = int(sys.argv[1])
            def open(): return socket.create_connection(("127.0.0.1", port))
            idle = [open() for _ in range(300)]
            slow = [open() for _ in range(50)]
            for s in slow: s.sendall(b"POST /u/x HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 100\\r\\n\\r\\n")
            head = open(); head.sendall(b"GET / HTTP/1.1\\r\\nHo")
            began = time.time()
            honest = open(); honest.sendall(b"GET /health HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n")
            assert honest.recv(100).startswith(b"HTTP/1.1 200"), "no answer"
            assert time.time() - began < 1, "too late"
            closed = 0
            for s in slow + [head]:
                s.settimeout(10)
                try:
                    for _ in range(100):
                        s.sendall(b"a")
                        time.sleep(0.001)
                    while s.recv(1000): pass
                    closed += 1
                except (BrokenPipeError, ConnectionResetError): closed += 1
            assert closed == 51, closed
            END
            """)

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
