package import Convene
import ConveneCurl
import ConveneLetters
import ConveneSQLite

/// One thing that the doctor looked at.
package struct Checkup: Sendable {
    package let name: String
    /// Nothing where it was not looked up, only said what it must be.
    package let isWell: Bool?
    package let finding: String

    /// Looks at the file, the audit, the figures and the settings; changes nothing.
    ///
    /// - Parameter records: what the DNS says, where somebody has looked it up.
    /// - Throws: `register.missing`, `register.foreign`, `register.newer`: there is nothing to look
    ///   at.
    package static func run(_ settings: Settings, records: DNSRecords? = nil) async throws
        -> [Checkup]
    {
        let findings = try SQLiteStore.verify(settings.database)
        var checks = [
            Checkup(
                name: "file", isWell: findings.isEmpty,
                finding: findings.isEmpty
                    ? "\(settings.database) is sound, its schema up to date."
                    : findings.joined(separator: " "))
        ]
        // What can't be read through can't be counted through.
        guard findings.isEmpty else { return checks }
        let premises = try await Premises.open(settings, readOnly: true)
        checks.append(try await audit(premises.office))
        checks.append(try await figures(premises.store))
        checks += try await mail(premises)
        checks += await mailbox(premises)
        return checks + senderRecords(settings, records)
    }

    private static func audit(_ office: Office) async throws -> Checkup {
        do {
            let count = try await office.auditBook(.system).verify()
            return Checkup(name: "audit", isWell: true, finding: "\(count) entries, all bound.")
        } catch let problem as Problem where problem.code == .auditBroken {
            return Checkup(name: "audit", isWell: false, finding: problem.message)
        }
    }

    private static func figures(_ store: SQLiteStore) async throws -> Checkup {
        let wrong = try await store.read { try $0.flagsToMend() }
        return Checkup(
            name: "figures", isWell: wrong == 0,
            finding: wrong == 0
                ? "Counted anew from the log and the outbox: they agree."
                : "\(wrong) registrations say otherwise than the log and the outbox.")
    }

    /// The records that the DNS must have, where mail goes to a server (BLK-4).
    private static func senderRecords(_ settings: Settings, _ records: DNSRecords?) -> [Checkup] {
        guard let letterhead = settings.mail.letterhead,
            let relay = settings.mail.relay ?? (records == nil ? nil : "your relay")
        else { return [] }
        var checks: [Checkup] = []
        var seal: DKIMSeal?
        do {
            seal = try settings.mail.dkim?.seal(for: letterhead.from)
        } catch {
            checks.append(Checkup(name: "mail.dkim", isWell: false, finding: error.message))
        }
        let needed = SenderRecord.needed(
            from: letterhead.from, bounces: letterhead.tags?.bounces ?? letterhead.from,
            relay: relay, dkim: seal.map { ($0.recordName, $0.record) })
        return checks
            + needed.map { record in
                let demand = "\(record.name) \(record.demand)"
                guard let records, record.kind != .dkim(key: nil) else {
                    return Checkup(name: record.title, isWell: nil, finding: "Must be: \(demand)")
                }
                let fault = record.fault(in: records)
                return Checkup(
                    name: record.title, isWell: fault == nil,
                    finding: fault.map { "\($0) Must be: \(demand)" } ?? "\(record.name) is well.")
            }
    }
}
