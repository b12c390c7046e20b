import Foundation
import Testing

/// Every page in a real Chromium, seen by people and by axe. Pictures of all of them are kept in
/// `.build/screenshots`.
@Suite(.serialized) struct BrowserTests {
    @Test
    func
        `every public page and flow holds in three languages, on a telephone, at a desk, without script`()
        async throws
    {
        let shell = try await Shell.withGuests()
        let service = try await Service(in: shell)

        let outcome = try await service.browse("public.py", "mail", into: "public")

        #expect(outcome.code == 0, "\(outcome.output)\(outcome.error)")
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count == 7, "The same person by seven addresses.")
        let answered = try await shell.rows("invitations", of: "invitation list invited")
        #expect(answered.count { $0["answer"] as? String == "accepted" } == 7)
        try await shell.must("convene doctor")
    }

    @Test func `whoever has only a keyboard registers`() async throws {
        let shell = try await Shell.withGuests()
        let service = try await Service(in: shell)

        let outcome = try await service.browse("keyboard.py", into: "keyboard")

        #expect(outcome.code == 0, "\(outcome.output)\(outcome.error)")
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.map { $0["email"] as? String } == ["keys@example.net"])
        #expect(list.map { $0["gender"] as? String } == ["male"])
    }
}

extension Service {
    /// Runs a script of `Peers/browser` against the service.
    ///
    /// - Parameter name: the folder of `.build/screenshots` that its pictures go into.
    func browse(_ script: String, _ more: String = "", into name: String) async throws
        -> Shell.Outcome
    {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let pictures = root.appending(path: ".build/screenshots").appending(path: name).path
        // What pip installs for a user is found in the user's home.
        let home = ProcessInfo.processInfo.environment["HOME"] ?? shell.folder.path
        return try await shell.run(
            "python3 '\(Shell.peer("browser/\(script)"))' http://127.0.0.1:\(port) \(more) '\(pictures)'",
            ["HOME": home, "PYTHONDONTWRITEBYTECODE": "1"])
    }
}

extension Shell {
    /// A shell beside a register with events of every kind that the public can see, guests who were
    /// invited, and somebody who has a certificate; their mails lie in `mail`.
    static func withGuests() async throws -> Shell {
        let shell = try Shell([
            "CONVENE_NOW": "2011-09-01T09:00:00Z", "CONVENE_MAIL_NAME": "Example Office",
        ])
        try await shell.must(
            """
            \(events)
            convene event question add kyiv 'What would you like to see?' --kind text
            convene event question add kyiv 'How many colleagues come with you?' --kind number
            convene event question add kyiv 'When do you arrive?' --kind date
            convene event question add kyiv 'How will you come?' --kind choice \
                --choices 'Bus;Train' --required
            convene event question add kyiv 'Which days?' --kind several --choices 'Monday;Friday'
            convene event question add kyiv 'Have you been here before?' --kind yes-no
            convene session edit kyiv 1 --title 'Opening' --starts 09:30 --ends 17:00
            convene session edit kyiv 5 --title 'What we have learnt' --starts 09:00 --ends 12:30
            convene register full --given Ada --family Example
            convene register held --given Holder --family Example --email holder@example.net
            convene event hold held && convene attend held --session all --all
            for i in {1..8}; do
                convene nominate invited --given Guest --family N$i --email guest$i@example.net
            done
            export CONVENE_HTTP_URL=https://events.example.org
            convene invite invited && convene mail thank held
            """)
        return shell
    }

    private static let events = """
        convene init
        convene programme add ram-2 --title 'Regional museums'
        add() {
            convene event add $1 --kind workshop --city Kyiv --country UA --timezone Europe/Kyiv "${@:2}"
        }
        add kyiv --title 'Museums and schools' --dates 2011-10-03/2011-10-07 --programme ram-2 \
            --venue 'Museum of Arts, hall 2' --capacity 40 --languages 'ru;en' \
            --organisers 'Example Office;Museum of Arts' --partners 'Union of Museums' \
            --description 'Five days on how museums and schools learn from each other.'
        add full --title 'A small seminar with a long waiting list' --dates 2011-10-10/2011-10-11 \
            --capacity 1
        add apply --title 'Семинар для хранителей' --dates 2011-11-07/2011-11-08 \
            --admission application
        add invited --title 'Réunion d’experts' --dates 2011-12-05/2011-12-06 --admission invitation
        add held --title 'A training that was' --dates 2011-05-02/2011-05-03
        add closed --title 'A training that is closed' --dates 2011-10-20/2011-10-21
        add cancelled --title 'A training that is off' --dates 2011-10-24/2011-10-25
        for code in kyiv full apply invited held closed cancelled; do convene event open $code; done
        convene event close closed
        convene event cancel cancelled
        """
}
