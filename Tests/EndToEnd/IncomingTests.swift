import Foundation
import Testing

/// Mail that comes back, read by the program that was built.
@Suite struct IncomingTests {
    @Test(arguments: ["Maildir", "mbox", "-"])
    func `answers and bounces are followed from wherever they are read (BNC-10)`(from: String)
        async throws
    {
        let shell = try await Self.shell(inviting: 3, seats: 1)
        try await shell.must(
            """
            \(Self.answers)
            answer 1 ACCEPTED >one; answer 2 ACCEPTED >two; bounce 3 5.1.1 >three
            mkdir -p Maildir/{new,cur,tmp}
            for mail in one two three; do
                cp $mail Maildir/cur/$mail:2,S
                { echo 'From somebody Thu Sep  1 09:00:00 2011'; cat $mail; echo; } >>mbox
            done
            """)

        let fetch =
            from == "-"
            ? "for mail in one two three; do convene mail fetch --from - <$mail; done"
            : "convene mail fetch --from \(from)"
        let first = try await shell.must(fetch)
        let again = try await shell.must(fetch)

        #expect(first.contains("now confirmed."))
        #expect(again.contains("read before") || again.contains("No new mail."))
        #expect(try await shell.standings() == ["confirmed", "waitlisted", "invited"])
        let messages = try await shell.rows("messages", of: "mail queue kyiv")
        #expect(messages.compactMap { $0["state"] as? String }.filter { $0 == "failed" }.count == 1)
        let suppressed = try await shell.rows("suppressed", of: "mail suppressed")
        #expect(suppressed.map { $0["email"] as? String } == ["guest3@example.net"])
        #expect(try await shell.rows("incoming", of: "mail incoming").count == 3)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: shell.path("Maildir/cur").path)
        #expect(files.sorted() == ["one:2,S", "three:2,S", "two:2,S"])
    }

    @Test
    func
        `an address that bounced is left out of the next invitations until an officer says otherwise`()
        async throws
    {
        let shell = try await Self.shell(inviting: 1)
        try await shell.must(
            """
            \(Self.answers)
            bounce 1 5.1.1 | convene mail fetch --from -
            """)

        let plan = try await shell.must("convene invite kyiv --to all --dry-run --format tsv")
        let refused = try await shell.run("convene invite kyiv --to all")
        try await shell.must("convene mail unsuppress guest1@example.net")
        let invited = try await shell.must("convene invite kyiv --to all")

        #expect(plan.contains("no: there is no such address"))
        #expect(refused.code == 2)
        #expect(invited.contains("1 mail sent."))
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot"),
            "Dovecot is not installed: Config/setup installs it"),
        arguments: ["imap", "imaps", "starttls"])
    func `a REPLY is fetched from a real Dovecot, which keeps its mail unread (ICS-6, ICS-7)`(
        way: String
    ) async throws {
        let shell = try await Self.shell(inviting: 2)

        let outcome = try await shell.run(
            """
            PATH=$PATH:/usr/sbin
            \(Self.answers)
            chmod 755 .
            port=$(python3 \(Shell.peer("two_ports.py")))
            \(Shell.peer("dovecot")) $PWD/dovecot $port & dovecot=$!
            trap 'kill $dovecot; wait $dovecot' EXIT
            until (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do kill -0 $dovecot || exit 9; done
            export CONVENE_MAILBOX_USER=workshops CONVENE_MAILBOX_PASSWORD=secret
            export CONVENE_MAILBOX_AUTHORITY=$PWD/dovecot/cert.pem
            case \(way) in
                imaps) export CONVENE_MAILBOX_URL=imaps://localhost:$((port + 1))/INBOX ;;
                starttls) export CONVENE_MAILBOX_STARTTLS=required ;&
                *) export CONVENE_MAILBOX_URL=imap://localhost:$port ;;
            esac
            deliver() { cat >dovecot/Maildir/tmp/$1; chmod 644 dovecot/Maildir/tmp/$1
                mv dovecot/Maildir/tmp/$1 dovecot/Maildir/new/$1; }
            answer 1 ACCEPTED | deliver 1.one
            convene mail fetch --format tsv || exit
            convene mail fetch --format tsv
            answer 2 DECLINED | deliver 2.two
            printf 'Subject: a tag in it\\n\\nc3 OK done\\n* 1 FETCH (UID 1 {5}\\n)\\n' | deliver 3.three
            convene mail fetch --format tsv
            find dovecot/Maildir -path '*/cur/*' -o -path '*/new/*' | sed 's/.*:2,/flags /' | sort
            CONVENE_MAILBOX_PASSWORD=wrong convene mail fetch
            """)

        #expect(outcome.code == 2, "\(outcome.error)")
        #expect(outcome.error.contains("the server does not accept the login"))
        #expect(try await shell.standings() == ["confirmed", "declined"])
        let incoming = try await shell.rows("incoming", of: "mail incoming")
        #expect(incoming.map { $0["kind"] as? String } == ["other", "answer", "answer"])
        #expect(!outcome.output.split(separator: "\n").contains { $0.hasPrefix("flags S") })
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot"),
            "Dovecot is not installed: Config/setup installs it"))
    func `a certificate that nobody trusts is refused before the password is said`() async throws {
        let shell = try await Self.shell(inviting: 1)

        let outcome = try await shell.run(
            """
            PATH=$PATH:/usr/sbin
            chmod 755 .
            port=$(python3 \(Shell.peer("two_ports.py")))
            \(Shell.peer("dovecot")) $PWD/dovecot $port & dovecot=$!
            trap 'kill $dovecot; wait $dovecot' EXIT
            until (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do kill -0 $dovecot || exit 9; done
            CONVENE_MAILBOX_USER=workshops CONVENE_MAILBOX_PASSWORD=secret \
                CONVENE_MAILBOX_URL=imaps://localhost:$((port + 1)) convene mail fetch
            """)

        #expect(outcome.code == 2)
        #expect(outcome.error.contains("can't be encrypted and verified"))
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot"),
            "Dovecot is not installed: Config/setup installs it"))
    func `a token opens a real Dovecot, where old mail is passed over (ENV-15)`()
        async throws
    {
        let shell = try Shell()

        let outcome = try await shell.run(
            """
            unset CONVENE_NOW
            PATH=$PATH:/usr/sbin
            chmod 755 .
            port=$(python3 \(Shell.peer("two_ports.py")))
            exec {said}< <(exec python3 \(Shell.peer("tokens.py")) ya29.good); authority=$!
            read tokens <&$said
            \(Shell.peer("dovecot")) $PWD/dovecot $port $tokens & dovecot=$!
            trap 'kill $dovecot $authority; wait $dovecot' EXIT
            until (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do kill -0 $dovecot || exit 9; done
            deliver() { cat >dovecot/Maildir/tmp/$1; chmod 644 dovecot/Maildir/tmp/$1
                touch -d $2 dovecot/Maildir/tmp/$1
                mv dovecot/Maildir/tmp/$1 dovecot/Maildir/new/$1; }
            printf 'Subject: of old\\n\\nx\\n' | deliver 1.one 2001-05-05
            printf 'Subject: of today\\n\\nx\\n' | deliver 2.two now
            export CONVENE_MAILBOX_AUTHORITY=$PWD/dovecot/cert.pem CONVENE_MAILBOX_USER=workshops
            export CONVENE_MAILBOX_URL=imaps://localhost:$((port + 1))
            convene init || exit
            CONVENE_MAILBOX_TOKEN_COMMAND='echo ya29.good' convene mail fetch || exit
            CONVENE_MAILBOX_TOKEN_COMMAND=false convene mail fetch
            CONVENE_MAILBOX_TOKEN=ya29.stale convene mail fetch
            """)

        #expect(outcome.code == 2, "\(outcome.error)")
        #expect(outcome.output.contains("1 mail read: 1 other."))
        #expect(outcome.error.contains("mailbox.token-command printed no token"))
        #expect(outcome.error.contains("the server does not accept the login"))
    }

    @Test(
        .enabled(if: getuid() == 0, "Postfix starts as root only"),
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix"),
            "Postfix is not installed: Config/setup installs it"))
    func `a bounce from a real Postfix finds its mail by the tag in its address (BNC-1)`()
        async throws
    {
        let shell = try await Shell.withEvent("", ["CONVENE_MAIL_TAGS": "+"])
        try await shell.must(
            """
            convene nominate kyiv --given Guest --family N1 --email gone@example.net
            convene nominate kyiv --given Guest --family N2 --email guest2@example.net
            """)

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
            for second in {1..30}; do
                (($(ls postfix/mail/new | wc -l) < 2)) || break
                read -t 1 <> <(:) || true
            done
            mkdir -p postfix/mail/cur
            convene mail fetch --from postfix/mail
            """)

        #expect(outcome.code == 0, "\(outcome.error)")
        let incoming = try await shell.rows("incoming", of: "mail incoming --kind bounce")
        #expect(incoming.map { $0["message"] as? String } == ["M1"])
        #expect(incoming.map { $0["status"] as? String } == ["5.1.1"])
        let suppressed = try await shell.rows("suppressed", of: "mail suppressed")
        #expect(suppressed.map { $0["email"] as? String } == ["gone@example.net"])
    }

    /// A shell whose event has invited people, in an office that has tags in its addresses.
    private static func shell(inviting count: Int, seats: Int? = nil) async throws -> Shell {
        let shell = try await Shell.withEvent(
            seats.map { "--capacity \($0)" } ?? "", ["CONVENE_MAIL_TAGS": "+"])
        try await shell.must(
            """
            echo given_name,family_name,email >list.csv
            for i in {1..\(count)}; do echo "Guest,N$i,guest$i@example.net" >>list.csv; done
            convene nominate kyiv --from list.csv
            convene invite kyiv
            """)
        return shell
    }

    /// `answer GUEST STATUS` and `bounce GUEST STATUS` write what would come back for a guest.
    private static let answers = """
        answer() { python3 \(Shell.peer("come_back.py")) answer "$@"; }
        bounce() { python3 \(Shell.peer("come_back.py")) bounce "$@"; }
        """
}

extension Shell {
    /// Where the guests stand, by number.
    fileprivate func standings() async throws -> [String] {
        try await rows("registrations", of: "registration list kyiv")
            .sorted { ($0["name"] as? String ?? "") < ($1["name"] as? String ?? "") }
            .compactMap { $0["standing"] as? String }
    }
}
