import Convene
import ConveneLetters
import FoundationEssentials
import Synchronization

/// The stationery, taken out of the cupboard when the first letter is written: most commands write
/// none, and reading the templates takes longer than they do.
final class LateStationery: Stationery {
    private let letterhead: Letterhead?
    private let folder: String?
    private let made = Mutex<MustacheStationery?>(nil)

    init(letterhead: Letterhead?, folder: String?) {
        self.letterhead = letterhead
        self.folder = folder
    }

    func compose(_ occasion: Occasion) throws -> Letter { try stationery().compose(occasion) }

    func seal(_ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date)
        throws -> [UInt8]
    {
        try stationery().seal(letter, as: message, link: link, automatic: automatic, at: date)
    }

    private func stationery() throws -> MustacheStationery {
        try made.withLock { made in
            if let made { return made }
            guard let letterhead else { throw Problem.mailNotSet }
            let stationery = try MustacheStationery(letterhead: letterhead, folder: folder)
            made = stationery
            return stationery
        }
    }
}
