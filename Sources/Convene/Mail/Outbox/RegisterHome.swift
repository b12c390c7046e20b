/// Where a register lies. A copy of it, or the disk of a machine that was set up from a picture of
/// another, lies elsewhere, and what it believes unsent may have been sent (BOX-7).
///
/// The file is known by its number in the file system: that stays when the file gets another name or
/// is seen by another path, and no copy has it. A machine without a number of its own, as containers
/// are, is every machine.
package struct RegisterHome: Sendable, Equatable {
    package var file: UInt64
    package var machine: String?

    package init(file: UInt64, machine: String? = nil) {
        self.file = file
        self.machine = machine
    }

    init?(text: String) {
        let parts = text.split(separator: " ")
        guard let first = parts.first, let file = UInt64(first) else { return nil }
        self.init(file: file, machine: parts.dropFirst().first.map(String.init))
    }

    var text: String { machine.map { "\(file) \($0)" } ?? "\(file)" }

    func isSame(as other: RegisterHome) -> Bool {
        guard let machine, let its = other.machine else { return file == other.file }
        return file == other.file && machine == its
    }
}

extension Deed {
    /// Takes down from where the register is sent; where that is not where it was, the outbox is
    /// held until a person says that it is right.
    func settle(at home: RegisterHome?) throws {
        var card = try inquiry.card()
        guard var home, !card.rehearsal, card.mailHeld == nil else { return }
        // A machine's number is not to be told outside (machine-id(5)).
        home.machine = home.machine.map {
            Chance.hex(Array(office.digest(Array("\(card.uid) \($0)".utf8)).prefix(8)))
        }
        if let known = card.mailHome.flatMap(RegisterHome.init(text:)) {
            guard !known.isSame(as: home) else { return }
            return try hold(
                "This register was last sent from another machine, or is a copy of the file that was:"
                    + " mail may have left that it knows nothing of. Release it only where it is the"
                    + " one to send from.")
        }
        card.mailHome = home.text
        try ledger.update(card)
    }
}
