import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: CertificateLedger {
    func certificate(of registration: Registration.ID) throws -> Certificate? {
        try first(
            "SELECT \(Certificate.columns) FROM certificate c WHERE c.registration_id = ?",
            [registration.rawValue], Certificate.init)
    }

    func certificate(number: String) throws -> Certificate? {
        try first(
            "SELECT \(Certificate.columns) FROM certificate c WHERE c.number = ?", [number],
            Certificate.init)
    }

    func certificate(linkHash: [UInt8]) throws -> (certificate: Certificate, linkMadeAt: Date)? {
        try first(
            """
            SELECT \(Certificate.columns), l.made_at
            FROM certificate_link l JOIN certificate c ON c.id = l.certificate_id
            WHERE l.hash = ?
            """, [Data(linkHash)]
        ) { (try Certificate($0), $0.instant(at: 4)) }
    }

    func certificates(at event: Event.ID) throws -> [Registration.ID: Certificate] {
        let certificates = try all(
            """
            SELECT \(Certificate.columns)
            FROM registration r JOIN certificate c ON c.registration_id = r.id
            WHERE r.event_id = ?
            """, [event.rawValue], Certificate.init)
        return Dictionary(uniqueKeysWithValues: certificates.map { ($0.registration, $0) })
    }

    func insert(_ certificate: Certificate) throws -> Certificate.ID {
        Certificate.ID(
            try add(
                "INSERT INTO certificate (registration_id, number, made_at) VALUES (?, ?, ?)",
                [
                    certificate.registration.rawValue, certificate.number,
                    certificate.madeAt.milliseconds,
                ]))
    }

    func insert(linkHash: [UInt8], of certificate: Certificate.ID, at: Date) throws {
        try run(
            "INSERT INTO certificate_link (hash, certificate_id, made_at) VALUES (?, ?, ?)",
            [Data(linkHash), certificate.rawValue, at.milliseconds])
    }
}

extension Certificate {
    fileprivate static let columns = "c.id, c.registration_id, c.number, c.made_at"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), registration: row.id(at: 1), number: row[2],
            madeAt: row.instant(at: 3))
    }
}
