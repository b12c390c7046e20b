import Convene
import ConveneLetters
import FoundationEssentials
import Synchronization

/// The stationery, taken out of the cupboard when the first letter is written: most commands write
/// none, and reading the templates takes longer than they do.
final class LateStationery: Stationery {
    private let letterhead: Letterhead?
    private let folder: String?
    private let dkim: DKIMSettings?
    private let made = Mutex<MustacheStationery?>(nil)

    init(letterhead: Letterhead?, folder: String?, dkim: DKIMSettings?) {
        self.letterhead = letterhead
        self.folder = folder
        self.dkim = dkim
    }

    func compose(_ occasion: Occasion) throws -> Letter { try stationery().compose(occasion) }

    func seal(_ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date)
        throws -> [UInt8]
    {
        try stationery().seal(letter, as: message, link: link, automatic: automatic, at: date)
    }

    /// Reads what is needed to seal a mail, so that what is wrong with it shows before any is sent.
    ///
    /// - Throws: `setting.invalid`, `template.faulty`, `mail.not-set`.
    func prepare() throws { _ = try stationery() }

    private func stationery() throws -> MustacheStationery {
        try made.withLock { made in
            if let made { return made }
            guard let letterhead else { throw Problem.mailNotSet }
            let stationery = try MustacheStationery(
                letterhead: letterhead, folder: folder,
                dkim: try dkim?.seal(for: letterhead.from))
            made = stationery
            return stationery
        }
    }
}
