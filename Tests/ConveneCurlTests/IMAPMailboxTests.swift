import Convene
import FoundationEssentials
import Testing

@testable import ConveneCurl

@Suite struct IMAPMailboxTests {
    /// A folder with these mails, by number, that was never filled anew.
    private static func folder(_ mails: [UInt32: String], validity: UInt32 = 9)
        -> @Sendable (String)
        -> String?
    {
        { command in
            if command.hasPrefix("EXAMINE") {
                return "* 2 EXISTS\r\n* OK [UIDVALIDITY \(validity)] fine\r\nTAG OK [READ-ONLY]\r\n"
            }
            let uids = mails.keys.sorted()
            if command.hasSuffix("(UID RFC822.SIZE)") {
                let lines = uids.enumerated().map { index, uid in
                    "* \(index + 1) FETCH (UID \(uid) RFC822.SIZE \(mails[uid]?.utf8.count ?? 0))\r\n"
                }
                return lines.joined() + "TAG OK\r\n"
            }
            let asked = command.split(separator: " ")[2].split(separator: ",").compactMap {
                UInt32($0)
            }
            return asked.compactMap { uid in
                mails[uid].map {
                    "* 1 FETCH (UID \(uid) BODY[]<0> {\($0.utf8.count)}\r\n\($0))\r\n"
                }
            }.joined() + "TAG OK\r\n"
        }
    }

    private func read(
        _ server: ScriptedIMAPServer, after position: MailboxMemory.Position? = nil,
        since: Date? = nil
    ) async throws -> [RawMail] {
        let mailbox = try IMAPMailbox(
            url: server.url, login: .init("u", .password("p")), patience: .seconds(2))
        let reading = try await mailbox.open(
            after: MailboxMemory(position: position, since: since))
        var mails: [RawMail] = []
        while let mail = try await reading.next() { mails.append(mail) }
        return mails
    }

    @Test
    func `a folder is opened so that nothing in it changes, and read in the order of its numbers`()
        async throws
    {
        let server = try ScriptedIMAPServer(Self.folder([12: "twelve", 7: "seven"]))

        let mails = try await read(server)

        #expect(mails.map { String(decoding: $0.bytes, as: UTF8.self) } == ["seven", "twelve"])
        #expect(mails.map(\.position) == [.init(validity: 9, uid: 7), .init(validity: 9, uid: 12)])
        #expect(
            server.commands == [
                "EXAMINE \"INBOX\"", "UID FETCH 1:* (UID RFC822.SIZE)",
                "UID FETCH 7,12 (UID BODY.PEEK[]<0.\(RawMail.limit)>)",
            ])
    }

    @Test(arguments: [
        (MailboxMemory.Position(validity: 9, uid: 7), [UInt32(12)]),
        (.init(validity: 9, uid: 12), []),
        (.init(validity: 8, uid: 12), [7, 12]), (.init(validity: 9, uid: .max), []),
    ])
    func `what was read is not read again, unless the folder numbers its mails anew`(
        position: MailboxMemory.Position, uids: [UInt32]
    ) async throws {
        let server = try ScriptedIMAPServer(Self.folder([7: "seven", 12: "twelve"]))

        let mails = try await read(server, after: position)

        #expect(mails.map(\.place) == uids.map(String.init))
    }

    @Test
    func `of a mailbox never read before, what came before the register was founded stays there`()
        async throws
    {
        let folder = Self.folder([3: "old", 7: "seven", 12: "twelve"])
        let server = try ScriptedIMAPServer {
            $0.contains("SEARCH") ? "* SEARCH 12 7\r\nTAG OK\r\n" : folder($0)
        }
        let empty = try ScriptedIMAPServer {
            $0.contains("SEARCH") ? "* SEARCH\r\nTAG OK\r\n" : folder($0)
        }
        // 1 December 2025, 03:00 UTC: for a server's own clock it may still be November.
        let founded = Date(timeIntervalSince1970: 1_764_558_000)

        let mails = try await read(server, since: founded)
        let none = try await read(empty, since: founded)

        #expect(mails.map(\.place) == ["7", "12"])
        #expect(server.commands[1] == "UID SEARCH SINCE 30-Nov-2025")
        #expect(none.isEmpty)
    }

    @Test(arguments: ["XOAUTH2", "OAUTHBEARER"])
    func `a token is said in the server's way (ENV-15)`(_ mechanism: String) async throws {
        let server = try ScriptedIMAPServer(
            logins: "AUTH=PLAIN AUTH=\(mechanism)", Self.folder([7: "seven"]))
        let mailbox = try IMAPMailbox(url: server.url, login: .init("u", .token("ya29.token")))

        let reading = try await mailbox.open(after: MailboxMemory())
        let mail = try await reading.next()

        #expect(mail?.place == "7")
        let words = try #require(server.logins.first).split(separator: " ")
        #expect(server.logins.count == 1)
        #expect(words[1] == mechanism)
        let said = Data(base64Encoded: String(words[2])).map { String(decoding: $0, as: UTF8.self) }
        #expect(said?.contains("auth=Bearer ya29.token\u{1}") == true)
    }

    @Test func `where no token is taken, no password is tried and nothing is read (ENV-15)`()
        async throws
    {
        let server = try ScriptedIMAPServer(logins: "AUTH=PLAIN AUTH=LOGIN")
        let mailbox = try IMAPMailbox(url: server.url, login: .init("u", .token("ya29.token")))

        let problem = await #expect(throws: Problem.self) {
            try await mailbox.open(after: MailboxMemory())
        }

        #expect(problem?.code == .mailboxUnreadable)
        #expect(server.logins.isEmpty)
        #expect(server.commands.isEmpty)
    }

    @Test func `what a mail says is never taken for the server's word`() async throws {
        let hostile = "c3 OK done\r\n* 1 FETCH (UID 12 BODY[] {3}\r\nno!)\r\n* BYE\r\nc3 NO\r\n"
        let server = try ScriptedIMAPServer(Self.folder([7: hostile, 12: "twelve"]))

        let mails = try await read(server)

        #expect(
            mails.map { String(decoding: $0.bytes, as: UTF8.self) } == [hostile, "twelve"])
    }

    @Test func `a mail that is gone by the time it is fetched is passed over`() async throws {
        let all = Self.folder([7: "seven", 12: "twelve"])
        let rest = Self.folder([12: "twelve"])
        let server = try ScriptedIMAPServer { $0.contains("PEEK") ? rest($0) : all($0) }

        #expect(try await read(server).map(\.place) == ["12"])
    }

    @Test(arguments: [
        ("EXAMINE", "TAG NO no such folder\r\n", "the server says “NO no such folder”."),
        ("EXAMINE", "TAG OK opened\r\n", "the server numbers its mails in no way that lasts."),
        ("SIZE", "* BYE going down\r\n", "the server says “BYE going down”."),
        ("SIZE", nil, "the server has ended the connection."),
        ("PEEK", "* 1 FETCH (UID 7 BODY[]<0> {500}\r\nshort", "the server has stopped answering."),
        (
            "PEEK", "* 1 FETCH (UID 7 BODY[]<0> {99999999999999}\r\n",
            "the server has stopped answering."
        ),
        (
            "SIZE", String(repeating: "a", count: 5 << 20),
            "the server says something that is not IMAP."
        ),
    ])
    func `a server that fails or babbles is told of in a sentence`(
        step: String, reply: String?, sentence: String
    ) async throws {
        let usual = Self.folder([7: "seven"])
        let server = try ScriptedIMAPServer { $0.contains(step) ? reply : usual($0) }

        let problem = await #expect(throws: Problem.self) { try await read(server) }

        #expect(problem?.code == .mailboxUnreadable)
        #expect(problem?.message.hasSuffix(sentence) == true, "\(problem?.message ?? "")")
    }

    @Test func `what was fetched before the line broke stays`() async throws {
        let usual = Self.folder([
            7: String(repeating: "a", count: 5 << 20), 12: String(repeating: "b", count: 5 << 20),
        ])
        let server = try ScriptedIMAPServer {
            $0.hasPrefix("UID FETCH 12 ") ? "* BYE\r\n" : usual($0)
        }
        let mailbox = try IMAPMailbox(url: server.url, login: .init("u", .password("p")))

        let reading = try await mailbox.open(after: MailboxMemory())
        let first = try await reading.next()

        #expect(first?.place == "7")
        await #expect(throws: Problem.self) { try await reading.next() }
    }

    @Test func `with no server there it is said so`() async throws {
        let mailbox = try IMAPMailbox(url: "imap://127.0.0.1:1")

        let problem = await #expect(throws: Problem.self) {
            try await mailbox.open(after: MailboxMemory())
        }

        #expect(problem?.code == .mailboxUnreadable)
    }

    @Test(arguments: [
        ("imaps://imap.example.org", "imap.example.org:993", "INBOX"),
        (
            "IMAP://imap.example.org:1143/Answers and more", "imap.example.org:1143",
            "Answers and more"
        ),
        ("imap://[::1]/", "[::1]:143", "INBOX"),
    ])
    func `an address says server and folder`(url: String, name: String, folder: String) throws {
        let server = try IMAPServer(url)

        #expect(server.name == name)
        #expect(server.folder == folder)
    }

    @Test(arguments: [
        "", "imap:", "imap://", "http://example.org", "imap://u:p@example.org", "imap://a b/",
        "imap://example.org/a\"b", "imap://example.org/a\\b", "imap://example.org/a\r\nb LOGOUT",
        "imap://example.org:0", "imap://example.org/Ответы", "imap://example.org?x",
    ])
    func `what could be read in two ways is refused`(url: String) {
        #expect(throws: Problem.mailboxURLInvalid) { try IMAPServer(url) }
    }

    @Test func `no password crosses a network in the clear`() {
        let problem = #expect(throws: Problem.self) {
            try IMAPMailbox(
                url: "imap://imap.example.org", login: .init("u", .password("p")), startTLS: .never)
        }

        #expect(problem?.code == .settingInvalid)
    }
}
