extension PostRoom {
    /// Puts an address among those that nothing is sent to.
    ///
    /// - Returns: what stands there now, and whether it stood there before.
    package func suppress(_ address: EmailAddress, reason: String) async throws
        -> (suppression: Suppression, isNew: Bool)
    {
        try await office.write(as: actor) { deed in
            if let known = try deed.ledger.suppression(of: address) { return (known, false) }
            guard let made = try deed.suppress(address, .officer, reason, nil) else {
                throw Problem.notSuppressed(address)
            }
            return (made, true)
        }
    }

    /// Lets mail go to an address again; its days of bounces are forgotten with it.
    ///
    /// - Throws: `suppression.unknown`.
    package func unsuppress(_ address: EmailAddress) async throws {
        try await office.write(as: actor) { deed in
            guard let suppression = try deed.ledger.suppression(of: address) else {
                throw Problem.notSuppressed(address)
            }
            try deed.ledger.removeSuppression(of: address)
            try deed.log(.unsuppress, .suppression(suppression.id))
        }
    }

    /// The addresses that nothing is sent to, latest first.
    package func suppressions() async throws -> [Suppression] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.mail)
            return try inquiry.ledger.suppressions()
        }
    }

    /// Takes down that somebody wants no more of a stream of mail, or of all of it.
    ///
    /// What is queued of it is not sent any more (UNS-6); what concerns a place that they have still
    /// is, unless they want no mail at all (UNS-7).
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`.
    package func optOut(_ mention: PersonMention, of stream: MailStream?) async throws {
        try await office.write(as: actor) { deed in
            try deed.optOut(of: try deed.inquiry.person(mention).id, stream, .request)
        }
    }

    /// Lets a stream of mail go to somebody again.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`.
    package func optIn(_ mention: PersonMention, to stream: MailStream?) async throws {
        try await office.write(as: actor) { deed in
            let person = try deed.inquiry.person(mention)
            guard try deed.ledger.optOuts(of: person.id).contains(where: { $0.stream == stream })
            else { return }
            try deed.ledger.removeOptOuts(of: person.id, stream: stream)
            try deed.log(.optIn, .person(person.id), ["stream": stream?.rawValue ?? "all"])
        }
    }

    /// Who wants no more of what, latest first.
    package func optOuts() async throws -> [OptOutLine] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.mail)
            let optOuts = try inquiry.ledger.optOuts()
            let people = Dictionary(
                try inquiry.ledger.persons(optOuts.map(\.person)).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            return optOuts.compactMap { optOut in
                people[optOut.person].map { OptOutLine(optOut: optOut, person: $0) }
            }
        }
    }
}

/// Who wants no more of what.
package struct OptOutLine: Sendable {
    package var optOut: OptOut
    package var person: Person
}

extension Problem {
    fileprivate static func notSuppressed(_ address: EmailAddress) -> Problem {
        Problem(
            .suppressionUnknown,
            "Mail to \(address) is not held back: “convene mail suppressed” shows what is.")
    }
}
