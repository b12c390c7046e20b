import Convene
import ConveneBootstrap
import ConveneSQLite
import ConveneSheets
import FoundationEssentials
import Synchronization

/// The office as the program sets it up, over one register: its letters, its clock, its chance.
struct BenchOffice {
    static let event = Code(stored: "kyiv-2098")
    /// The one at which people can register by themselves.
    static let openEvent = Code(stored: "minsk-2098")
    /// The one that a hundred people come to.
    static let smallEvent = Code(stored: "osh-2098")
    static let sender = "workshops@example.org"

    private let settings: Settings

    init(_ register: String, mailURL: String = "file:mail", connections: String = "4") async throws
    {
        settings = try await Settings(
            database: register,
            environment: [
                "CONVENE_MAIL_URL": mailURL, "CONVENE_MAIL_FROM": Self.sender,
                "CONVENE_MAIL_NAME": "Example Office", "CONVENE_MAIL_CONNECTIONS": connections,
            ])
    }

    /// Founds a register with one event, and with organisations that people may come from.
    func found(organisations: Int = 0) async throws {
        let premises = try await Premises.found(settings)
        let office = premises.office
        _ = try await office.eventDesk(premises.actor).add(
            Event(
                code: Self.event, kind: .regionalTraining, title: "A training",
                dates: Day(daysSince1970: 47_000)...Day(daysSince1970: 47_004), city: "Kyiv",
                zone: Zone(stored: "Europe/Kyiv")))
        for number in 0..<organisations {
            _ = try await office.organisationDesk(premises.actor).add(
                Organisation(name: Nominees.organisation(number)))
        }
        try premises.store.close()
    }

    /// Opens an event of five days at which people can register by themselves, and one of a hundred
    /// people; an account is made for programs.
    func openDoors() async throws {
        let premises = try await Premises.open(settings)
        _ = try await premises.office.accountDesk(premises.actor).add("program", as: .organiser)
        let desk = premises.office.eventDesk(premises.actor)
        _ = try await desk.add(
            Event(
                code: Self.smallEvent, kind: .nationalTraining, title: "Museums of the town",
                dates: Day(daysSince1970: 47_100)...Day(daysSince1970: 47_101), city: "Osh",
                zone: Zone(stored: "Asia/Bishkek")))
        let guests = (1...100).map { PersonMention("P\($0 * 997)") }
        _ = try await premises.office.registrationDesk(premises.actor)
            .enter(guests, at: Self.smallEvent, as: .registered, role: .participant)
        _ = try await desk.add(
            Event(
                code: Self.openEvent, kind: .regionalTraining, title: "Museums and schools",
                dates: Day(daysSince1970: 47_000)...Day(daysSince1970: 47_004), city: "Minsk",
                zone: Zone(stored: "Europe/Minsk")))
        _ = try await desk.move(Self.openEvent, to: .open, reason: "")
        try premises.store.close()
    }

    /// A token with which the account for programs reads.
    func token() async throws -> String {
        let premises = try await Premises.open(settings)
        let issued = try await premises.office.accountDesk(premises.actor)
            .issue("benchmark", for: "program", scopes: [.read], until: nil)
        try premises.store.close()
        return issued.secret
    }

    /// Nominates everybody on a list, from its file to the commit.
    func enterList(_ path: String) async throws -> Measurement {
        try await timed { premises in
            let sheet = try SheetReader().read(path)
            let report = try await premises.office.registrationDesk(premises.actor)
                .enter(sheet, at: Self.event, as: .nominated, ListOptions())
            return report.rows
        }
    }

    /// Registers so many people, each in an act and a commit of their own.
    func register(_ count: Int) async throws -> Measurement {
        let drafts = try (0..<count).map { try Nominees.draft($0) }
        return try await timed { premises in
            let desk = premises.office.registrationDesk(premises.actor)
            for draft in drafts {
                _ = try await desk.enter(draft, at: Self.event, as: .registered)
            }
            return count
        }
    }

    /// The figures by country and gender, of one event or of all, asked for the second time: the
    /// first reads the file and the names of countries.
    func countFigures(_ event: String?) async throws -> Measurement {
        let request = FigureRequest(
            events: try event.map { [try Code($0)] } ?? [], by: [.country, .gender],
            margins: false)
        return try await timed(warmUp: true) { premises in
            try await premises.office.figureDesk(premises.actor).figures(request).rows.count
        }
    }

    /// Invites everybody on the list and sends what is queued.
    func inviteAll() async throws -> Measurement {
        try await timed { premises in
            _ = try await premises.office.invitationDesk(premises.actor)
                .invite(.all, to: Self.event)
            let report = try await premises.office.postRoom(premises.actor)
                .deliver(by: try await premises.mailer(), as: .thisProcess)
            guard report.notSent.isEmpty, report.stopped == nil else {
                throw Missing(reason: "not every mail was taken")
            }
            return report.sent
        }
    }

    /// Invites everybody on the list and sends nothing yet.
    func queueAll() async throws -> Measurement {
        try await timed { premises in
            try await premises.office.invitationDesk(premises.actor)
                .invite(.all, to: Self.event).lines.count
        }
    }

    /// Sends what is queued.
    func deliverAll() async throws -> Measurement {
        try await timed { premises in
            let report = try await premises.office.postRoom(premises.actor)
                .deliver(by: try await premises.mailer(), as: .thisProcess)
            guard report.notSent.isEmpty, report.stopped == nil else {
                throw Missing(reason: "not every mail was taken")
            }
            return report.sent
        }
    }

    /// Sends the first two thousand of what is queued; when the first had left, and the memory.
    func deliverSome() async throws -> Measurement {
        let premises = try await Premises.open(settings)
        let (room, mailer) = (
            premises.office.postRoom(premises.actor), try await premises.mailer()
        )
        let clock = ContinuousClock()
        let start = clock.now
        let first = Mutex<Duration?>(nil)
        let (enough, isEnough) = AsyncStream.makeStream(of: Void.self)
        let progress: @Sendable (Int, Int) -> Void = { done, _ in
            first.withLock { $0 = $0 ?? clock.now - start }
            if done == 2000 { isEnough.finish() }
        }
        let round = Task {
            try await room.deliver(by: mailer, as: .thisProcess, progress: progress)
        }
        for await _ in enough {}
        let end = clock.now
        round.cancel()
        _ = try await round.value
        try premises.store.close()
        let seconds = first.withLock { $0.map { $0 / .seconds(1) } }
        var measurement = Measurement(seconds: seconds ?? .infinity)
        measurement.then = (end - start) / .seconds(1)
        return measurement
    }

    /// Times work on the open register; opening it does not count.
    private func timed(warmUp: Bool = false, _ work: (Premises) async throws -> Int) async throws
        -> Measurement
    {
        let premises = try await Premises.open(settings)
        if warmUp { _ = try await work(premises) }
        let clock = ContinuousClock()
        let start = clock.now
        let count = try await work(premises)
        let seconds = (clock.now - start) / .seconds(1)
        try premises.store.close()
        return Measurement(seconds: seconds, count: count)
    }
}
