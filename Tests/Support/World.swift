package import Convene
package import ConveneSQLite
import Crypto

import struct FoundationEssentials.Date

/// A register of its own for one test: real books in memory, a clock that holds still, chance that
/// is the same on every run, and plain letters.
package struct World: Sendable {
    package let store: SQLiteStore
    package let clock: WorldClock
    package let office: Office

    /// The officer at whose terminal everything happens unless a test says otherwise.
    package let officer = Actor(kind: .terminal, name: "officer")

    /// Founds a register, in memory unless a store is handed in.
    ///
    /// - Parameters:
    ///   - letterhead: nothing for an office that has not set up its mail.
    ///   - founded: whether the register is begun, so that it holds one audit entry.
    package init(
        on store: SQLiteStore? = nil, letterhead: Letterhead? = .example,
        stationery: PlainStationery = PlainStationery(), clock: WorldClock = WorldClock(),
        chance: Chance? = nil, founded: Bool = true, webhookRules: WebhookRules = WebhookRules()
    ) async throws {
        let books = try store ?? SQLiteStore.inMemory()
        self.init(
            beside: books, letterhead: letterhead, stationery: stationery, clock: clock,
            chance: chance ?? .seeded(2011), webhookRules: webhookRules)
        if founded, try await books.read({ try $0.card() }) == nil {
            _ = try await office.frontDoor(officer).found(rehearsal: false)
        }
    }

    /// A second office over the same books: another process, as far as the register can tell.
    package init(
        beside store: SQLiteStore, letterhead: Letterhead? = .example,
        stationery: PlainStationery = PlainStationery(), clock: WorldClock, chance: Chance,
        webhookRules: WebhookRules = WebhookRules()
    ) {
        self.store = store
        self.clock = clock
        office = Office(
            store: store, stationery: stationery, letterhead: letterhead,
            clock: { clock.now }, chance: chance,
            locksmith: .quick, digest: { Array(SHA256.hash(data: $0)) },
            webhookRules: webhookRules)
    }

    package var programmes: ProgrammeDesk { office.programmeDesk(officer) }
    package var events: EventDesk { office.eventDesk(officer) }
    package var sessions: SessionDesk { office.sessionDesk(officer) }
    package var organisations: OrganisationDesk { office.organisationDesk(officer) }
    package var people: PersonDesk { office.personDesk(officer) }
    package var registrations: RegistrationDesk { office.registrationDesk(officer) }
    package var attendance: AttendanceSheet { office.attendanceSheet(officer) }
    package var invitations: InvitationDesk { office.invitationDesk(officer) }
    package var post: PostRoom { office.postRoom(officer) }
    package var imports: ImportDesk { office.importDesk(officer) }
    package var plans: PlanDesk { office.planDesk(officer) }
    package var outcomes: OutcomeDesk { office.outcomeDesk(officer) }
    package var figures: FigureDesk { office.figureDesk(officer) }
    package var webhooks: WebhookDesk { office.webhookDesk(officer) }
    package var audit: AuditBook { office.auditBook(officer) }
}

extension Letterhead {
    /// The letterhead of an office that does not exist.
    package static let example = Letterhead(
        from: EmailAddress(stored: "workshops@example.org"), name: "Example Office",
        replyTo: EmailAddress(stored: "answers@example.org"),
        publicURL: "https://workshops.example.org")
}
