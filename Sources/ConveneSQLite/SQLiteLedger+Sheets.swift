import Convene
import GRDB

import struct FoundationEssentials.Data

/// The texts that letters share, and the files that go with them.
extension SQLiteLedger {
    /// The number of a sheet, which is kept now unless it has been before.
    func keep(_ sheet: Letter.Sheet, _ digest: ([UInt8]) -> [UInt8]) throws -> Int64 {
        let digest = Data(digestOnce(of: sheet, digest))
        let kept = try first("SELECT id FROM letter_sheet WHERE digest = ?", [digest]) {
            $0[0] as Int64
        }
        return try kept
            ?? add(
                """
                INSERT INTO letter_sheet (digest, plain, html, calendar, calendar_method,
                    contact_name, contact_address, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    digest, sheet.plain.marked, sheet.html.marked, sheet.calendar?.text.marked,
                    sheet.calendar?.method.rawValue, sheet.contact?.name,
                    sheet.contact?.address.text, sheet.note,
                ])
    }

    /// Who invites a thousand people keeps the same sheet a thousand times.
    private func digestOnce(of sheet: Letter.Sheet, _ digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
        if let last = memory.sheet, last.sheet == sheet { return last.digest }
        let digest = digest(sheet.octets)
        memory.sheet = (sheet, digest)
        return digest
    }

    /// - Parameter digest: none where it is of a mail of an earlier version.
    func sheet(_ id: Int64, digest: [UInt8]?) throws -> Letter.Sheet {
        guard let digest else { return try sheet(id) }
        return try lasting.sheet(digest) { try sheet(id) }
    }

    private func sheet(_ id: Int64) throws -> Letter.Sheet {
        let sheet = try first(
            """
            SELECT plain, html, calendar, calendar_method, contact_name, contact_address, note
            FROM letter_sheet WHERE id = ?
            """, [id], Letter.Sheet.init)
        guard let sheet else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return sheet
    }

    /// Takes those of these sheets out that no mail has any more.
    func removeOrphans(of sheets: [Int64]) throws {
        for sheet in sheets {
            try run(
                """
                DELETE FROM letter_sheet WHERE id = ?1
                    AND NOT EXISTS (SELECT 1 FROM message_content WHERE sheet_id = ?1)
                """, [sheet])
        }
    }

    /// Takes out what no mail says or has with it any more.
    static let orphansOfMail = [
        "DELETE FROM attachment WHERE id NOT IN (SELECT attachment_id FROM message_attachment)",
        "DELETE FROM letter_sheet WHERE id NOT IN (SELECT sheet_id FROM message_content)",
    ]
}

extension Letter.Sheet {
    fileprivate init(_ row: Row) throws {
        let method: Letter.Calendar.Method? = try row.valueIfSet(at: 3)
        let calendar = (row[2] as String?).flatMap { text in
            method.map { Letter.Sheet.Calendar(method: $0, text: SheetText(text)) }
        }
        self.init(
            plain: SheetText(row[0]), html: SheetText(row[1]), calendar: calendar,
            contact: Contact(row, from: 4), note: row[6])
    }
}
