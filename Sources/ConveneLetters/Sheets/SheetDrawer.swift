import Synchronization

/// The sheets written last. Who invites a thousand people writes one for each language and role.
final class SheetDrawer: Sendable {
    private let sheets = Mutex<[(matter: LetterMatter, sheet: LetterSheet)]>([])

    /// The sheet for a matter; written now where it is not in the drawer.
    func sheet(for matter: LetterMatter, write: () throws(LetterFault) -> LetterSheet)
        throws(LetterFault) -> LetterSheet
    {
        if let found = sheets.withLock({ $0.last { $0.matter == matter } }) { return found.sheet }
        let sheet = try write()
        sheets.withLock { sheets in
            if sheets.count == Self.room { sheets.removeFirst() }
            sheets.append((matter, sheet))
        }
        return sheet
    }

    /// Languages times roles, with some to spare.
    private static let room = 32
}
