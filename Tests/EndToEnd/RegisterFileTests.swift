import Foundation
import Testing

/// What a register's file may be instead of sound and at hand.
@Suite struct RegisterFileTests {
    @Test(arguments: [
        ("missing", "true", 3),
        ("empty", "true > file.db", 2),
        ("a text", "echo 'Dear colleagues' > file.db", 2),
        ("somebody else's", "sqlite3 file.db 'CREATE TABLE recipe (name TEXT)'", 2),
        ("a folder", "mkdir file.db", 2),
        (
            "overwritten",
            "cp convene.db file.db; yes | dd of=file.db bs=512 seek=1 count=9 conv=notrunc", 2
        ),
        ("cut off", "head -c 9000 convene.db > file.db", 2),
    ])
    func `is told in a sentence`(what: String, making: String, code: Int32) async throws {
        let shell = try await Shell.withEvent()
        try await shell.must("sqlite3 convene.db 'PRAGMA wal_checkpoint(TRUNCATE)'")
        _ = try await shell.run(making)

        for command in ["event list", "event open kyiv", "doctor"] {
            let outcome = try await shell.run("convene \(command) --database file.db")
            #expect(outcome.code == code, "\(what): \(command): \(outcome.error)")
            expectSentence(outcome.error)
        }
    }

    @Test func `read-only is read, and refused where something is to be written`() async throws {
        let shell = try await Shell.withEvent()
        // Root may write anything: the commands run as nobody then.
        let asSomebody = """
            chmod 755 . ; chmod 444 convene.db; rm -f convene.db-*; chmod 555 .
            as() { if [ $(id -u) = 0 ]; then setpriv --reuid=65534 --clear-groups "$@"
                else "$@"; fi; }
            """

        let write = try await shell.run("\(asSomebody)\nas $(command -v convene) event close kyiv")
        _ = try await shell.run("chmod 755 .")

        #expect(write.code == 2, "\(write.error)")
        expectSentence(write.error)
    }

    @Test func `what a full disk does not hold is refused, and nothing is lost`() async throws {
        let shell = try await Shell.withEvent()
        try await shell.must("convene register kyiv --given Ada --family Example")

        // The limit on a file's size stands for the disk, which only root could make small.
        let outcome = try await shell.run(
            """
            echo given_name,family_name > list.csv
            for i in {1..3000}; do echo "Guest,N$i" >> list.csv; done
            trap '' XFSZ
            (ulimit -f 600; convene nominate kyiv --from list.csv)
            """)

        #expect(outcome.code == 2, "\(outcome.error)")
        expectSentence(outcome.error)
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count == 1)
        try await shell.must("convene register kyiv --given Alan --family Example; convene doctor")
    }

    @Test func `a disk that is really full is told alike`() async throws {
        let shell = try await Shell.withEvent()
        let mounted = try await shell.run("mkdir small && mount -t tmpfs -o size=700k none small")
        guard mounted.code == 0 else { return }

        let outcome = try await shell.run(
            """
            cp convene.db small; cd small
            for i in {1..3000}; do echo "Guest,N$i"; done | sed '1i given_name,family_name' > ../list.csv
            convene nominate kyiv --from ../list.csv
            """)
        let after = try await shell.run(
            "cd small; convene registration list kyiv && convene doctor")
        _ = try await shell.run("umount small")

        #expect(outcome.code == 2, "\(outcome.error)")
        expectSentence(outcome.error)
        #expect(after.code == 0, "\(after.error)")
        #expect(after.output.hasPrefix("Nobody.\n"))
    }

    private func expectSentence(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(text.hasPrefix("convene: "), "\(text)", sourceLocation: sourceLocation)
        #expect(text.hasSuffix(".\n"), "\(text)", sourceLocation: sourceLocation)
        for sign in ["Fatal", "SQLITE", "SELECT", "Error Domain", "went wrong"] {
            #expect(!text.contains(sign), "\(text)", sourceLocation: sourceLocation)
        }
    }
}
