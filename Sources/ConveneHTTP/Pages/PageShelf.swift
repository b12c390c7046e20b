import Convene
import FoundationEssentials
import Hummingbird
import Synchronization

/// Pages of the public, and lists of the API for one account, that were made and hold as long as
/// nothing is written into the register, by whatever process. Since time alone closes a registration,
/// they hold for a minute at most.
final class PageShelf: Sendable {
    private let state = Mutex(State())

    /// What a page shows, and to whom.
    struct Key: Hashable {
        let name: String
        let language: Language
        /// The language that links keep.
        let chosen: Language?
    }

    private struct State {
        var edition: Edition?
        var pages: [Key: Response] = [:]
        /// What they take, in bytes.
        var size = 0
    }

    private struct Edition: Equatable {
        let number: Int
        let minute: Int
    }

    /// The page as it was made before, or made now.
    ///
    /// - Parameter office: whose register it is made of.
    func page(_ key: Key, of office: Office, make: () async throws -> Response) async throws
        -> Response
    {
        // Asked before the register is read: what is written meanwhile makes the page old, not wrong.
        guard let number = try office.store.edition() else { return try await make() }
        let minute = Int(office.clock().timeIntervalSince1970 / 60)
        let edition = Edition(number: number, minute: minute)
        if let page = find(key, edition) { return page }
        let page = try await make()
        state.withLock { state in
            let size = state.size + (page.body.contentLength ?? Self.room)
            guard state.edition == edition, state.pages.count < Self.most, size <= Self.room else {
                return
            }
            state.pages[key] = page
            state.size = size
        }
        return page
    }

    private func find(_ key: Key, _ edition: Edition) -> Response? {
        state.withLock { state in
            if state.edition != edition { state = State(edition: edition) }
            return state.pages[key]
        }
    }

    private static let most = 1000
    private static let room = 16_000_000
}

extension Visit {
    /// Under what the page of this name stands on the shelf.
    func key(_ name: String) -> PageShelf.Key {
        PageShelf.Key(name: name, language: language, chosen: chosenLanguage)
    }
}
