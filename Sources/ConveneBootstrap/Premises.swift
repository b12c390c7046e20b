package import Convene
import ConveneCurl
import ConveneLetters
package import ConveneSQLite
import Crypto
import FoundationEssentials

import class Foundation.Thread
import func Glibc.getentropy

/// The office in its rooms: the configuration, the store it opened, the mail route, the clock.
///
/// It is the only place that sees the adapters together.
package struct Premises: Sendable {
    package let settings: Settings
    package let store: SQLiteStore
    package let office: Office
    /// Who sits at the terminal: the operating system's user.
    package let actor: Actor
    private let stationery: LateStationery

    /// Opens the register that the settings name.
    ///
    /// - Parameter readers: connections that read beside the one that writes; a service wants some.
    /// - Throws: `register.missing`, `register.foreign`, `register.newer`, `register.corrupt`,
    ///   `register.clock` where the clock is held over a real register.
    package static func open(
        _ settings: Settings, readOnly: Bool = false, readers: Int = 0
    ) async throws -> Premises {
        let store = try SQLiteStore.open(
            at: settings.database, readOnly: readOnly, readers: readers)
        let premises = Premises(settings, store)
        if !readOnly { try await premises.office.frontDoor(premises.actor).renewKeys() }
        guard settings.heldAt != nil else { return premises }
        let card = try await premises.office.frontDoor(premises.actor).card()
        guard card.rehearsal else {
            throw Problem(
                .registerClock,
                "CONVENE_NOW holds the clock still, which only a rehearsal may: this register was begun"
                    + " on a running clock. Unset CONVENE_NOW.")
        }
        return premises
    }

    /// Founds a new register where the settings say.
    ///
    /// - Throws: `register.exists`, `file.unwritable`.
    package static func found(_ settings: Settings) async throws -> Premises {
        let premises = Premises(settings, try SQLiteStore.create(at: settings.database))
        _ = try await premises.office.frontDoor(premises.actor).found(
            rehearsal: settings.heldAt != nil)
        return premises
    }

    private init(_ settings: Settings, _ store: SQLiteStore) {
        self.settings = settings
        self.store = store
        actor = SystemUser.actor
        // The one place where the system's clock comes in; a rehearsal holds it.
        let held = settings.heldAt
        stationery = LateStationery(
            letterhead: settings.mail.letterhead, folder: settings.mail.templates,
            dkim: settings.mail.dkim)
        office = Office(
            store: store, stationery: stationery,
            letterhead: settings.mail.letterhead, clock: { held ?? Date() }, chance: .system,
            locksmith: .system, digest: { Array(SHA256.hash(data: $0)) },
            webhookRules: settings.webhooks.rules)
    }

    /// Leaves nothing of what was forgotten beside the register's file.
    package func emptyLog() async throws { try await store.emptyLog() }

    /// Reads what letters are written by, so that what is wrong with it shows.
    ///
    /// - Throws: `setting.invalid`, `template.faulty`, `mail.not-set`.
    func prepareStationery() throws { try stationery.prepare() }

    /// How a thread waits; nothing under a held clock, which no waiting would move.
    package var rest: Rest? {
        guard settings.heldAt == nil else { return nil }
        return { seconds in Thread.sleep(forTimeInterval: seconds) }
    }

    /// Where mail goes, by the settings.
    ///
    /// - Throws: `mail.not-set`, `mail.rehearsal`, `setting.invalid`.
    package func mailer() async throws -> any Mailer {
        guard let url = settings.mail.url else {
            throw Problem(
                .mailNotSet,
                "Mail has nowhere to go yet: set mail.url in convene.yaml, or CONVENE_MAIL_URL, to"
                    + " smtp://host:25, smtps://host:465 or file:mail/.")
        }
        let card = try await office.frontDoor(actor).card()
        guard !card.rehearsal || MailRoute.isLoopbackOrFile(url) else {
            throw Problem(
                .mailRehearsal,
                "This register was begun as a rehearsal: its mail goes to file: or to this machine only,"
                    + " never to a mail server elsewhere.")
        }
        // What is to be signed does not leave unsigned (DKM-5).
        if settings.mail.dkim != nil { try stationery.prepare() }
        return try settings.mail.mailer(url)
    }
}

extension Chance {
    /// The system's own source of random bytes.
    package static let system = Chance { count in
        var bytes = [UInt8](repeating: 0, count: count)
        // One call of the system for all: it gives up to 256 at a time (getentropy(3)).
        let isFilled = bytes.withUnsafeMutableBytes { bytes in
            stride(from: 0, to: count, by: 256).allSatisfy { start in
                getentropy(bytes.baseAddress.map { $0 + start }, min(256, count - start)) == 0
            }
        }
        guard isFilled else {
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in .random(in: .min ... .max, using: &generator) }
        }
        return bytes
    }
}
