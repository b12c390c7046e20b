import Convene
import Synchronization

/// The texts of a sheet, made ready for the mails of all who share it.
struct SheetPlate: Sendable {
    let plain: TextPlate
    let html: TextPlate
    let calendar: (method: Letter.Calendar.Method, text: TextPlate)?

    /// - Throws: `LetterFault`
    init(_ sheet: Letter.Sheet) throws(LetterFault) {
        plain = try TextPlate(sheet.plain)
        html = try TextPlate(sheet.html)
        calendar = try sheet.calendar.map { calendar throws(LetterFault) in
            (calendar.method, try TextPlate(calendar.text, layout: CalendarText.folded))
        }
    }
}

/// The plates used last. Who sends a thousand invitations needs one for each language and role.
final class PlateDrawer: Sendable {
    private let plates = Mutex<[(sheet: Letter.Sheet, plate: SheetPlate)]>([])

    /// The plate of a sheet; made now where it is not in the drawer.
    func plate(of sheet: Letter.Sheet) throws(LetterFault) -> SheetPlate {
        if let found = plates.withLock({ $0.last { $0.sheet == sheet } }) { return found.plate }
        let plate = try SheetPlate(sheet)
        plates.withLock { plates in
            if plates.count == Self.room { plates.removeFirst() }
            plates.append((sheet, plate))
        }
        return plate
    }

    private static let room = 32
}
