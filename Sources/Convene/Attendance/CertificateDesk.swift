import struct FoundationEssentials.Date

/// The desk at which certificates are opened by their holders, and verified by anybody.
package struct CertificateDesk: Sendable {
    let office: Office

    /// What a certificate of this number certifies, as the attendance log has it now.
    ///
    /// - Throws: `certificate.unknown`, the same for a number that never was and for one whose holder
    ///   has been forgotten, or turned out not to have completed the event.
    package func verify(number: String) async throws -> CertificateFile {
        try await office.read { inquiry in
            guard
                let certificate = try inquiry.ledger.certificate(
                    number: Certificate.number(typed: number)),
                let file = try inquiry.file(certificate)
            else { throw Problem.certificateUnknown(number) }
            return file
        }
    }

    /// The certificate that a secret link leads to; the link is good for a year (LNK-2).
    ///
    /// - Throws: `certificate.unknown`.
    package func open(token: String) async throws -> CertificateFile {
        let (hash, now) = (office.digest(Array(token.utf8)), office.clock())
        return try await office.read { inquiry in
            guard let (certificate, madeAt) = try inquiry.ledger.certificate(linkHash: hash),
                now < madeAt.addingTimeInterval(Self.linkLife),
                let file = try inquiry.file(certificate)
            else { throw Problem.certificateLinkUnknown }
            return file
        }
    }

    /// The certificates of an event, by the names of those who hold them.
    ///
    /// - Throws: `event.unknown`, `access.denied`.
    package func list(_ event: Code, as actor: Actor) async throws -> [CertificateFile] {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            let certificates = try inquiry.ledger.certificates(at: event.id)
            let registrations = try inquiry.ledger.registrations(at: event.id, standings: [])
            return try registrations.compactMap { registration in
                try certificates[registration.id].flatMap { try inquiry.file($0) }
            }
        }
    }

    private static let linkLife: Double = 365 * 86_400
}

/// What a certificate certifies.
package struct CertificateFile: Sendable {
    package var certificate: Certificate
    package var person: Person
    package var event: Event
    package var role: Role
    package var organisers: [Participation]
}

extension Inquiry {
    /// What a certificate certifies, or nothing where that is nothing any more.
    fileprivate func file(_ certificate: Certificate) throws -> CertificateFile? {
        guard let registration = try ledger.registration(certificate.registration),
            registration.completed, let event = try ledger.event(registration.event),
            let person = try ledger.person(registration.person)
        else { return nil }
        return CertificateFile(
            certificate: certificate, person: person, event: event, role: registration.role,
            organisers: try ledger.participations(in: event.id))
    }
}

extension Deed {
    /// The certificate of a registration that has completed its event, made when it is first asked
    /// for; nothing for one that has not.
    func certificate(of registration: Registration) throws -> Certificate? {
        guard registration.completed else { return nil }
        if let certificate = try ledger.certificate(of: registration.id) { return certificate }
        var certificate = Certificate(
            registration: registration.id,
            number: Certificate.number(from: office.chance.bytes(10)), madeAt: now)
        certificate.id = try ledger.insert(certificate)
        try log(.certify, .registration(registration.id), ["number": certificate.number])
        return certificate
    }
}

extension Problem {
    fileprivate static func certificateUnknown(_ number: String) -> Problem {
        Problem(
            .certificateUnknown,
            "No certificate has the number \(number.excerpt): compare it with the one printed on it,"
                + " such as K7Q2-M9XA-3RTP-W8NC.")
    }

    fileprivate static var certificateLinkUnknown: Problem {
        Problem(
            .certificateUnknown,
            "This link leads to no certificate: copy the whole link from the mail, or ask the office"
                + " for a new one.")
    }
}

extension Office {
    package var certificateDesk: CertificateDesk { CertificateDesk(office: self) }
}
