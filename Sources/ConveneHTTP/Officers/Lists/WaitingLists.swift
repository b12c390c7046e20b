import Convene
import ConveneBootstrap
import Synchronization

/// The lists that officers have handed in and not yet brought in. They wait in memory and nowhere
/// else: half an hour, the last three of an account, and 24 of all together.
final class WaitingLists: Sendable {
    private let lists = Mutex<[String: Place]>([:])

    private struct Place {
        let account: Account.ID
        let at: ContinuousClock.Instant
        var list: HandedList
    }

    /// Keeps a list.
    ///
    /// - Returns: the ticket for it.
    func keep(_ list: HandedList, of account: Account.ID, at now: ContinuousClock.Instant) -> String
    {
        let ticket = Chance.system.hex(16)
        lists.withLock { lists in
            lists = lists.filter { now - $0.value.at < Self.patience }
            Self.makeRoom(&lists, Self.mostOfOne) { $0.account == account }
            Self.makeRoom(&lists, Self.mostOfAll) { _ in true }
            lists[ticket] = Place(account: account, at: now, list: list)
        }
        return ticket
    }

    /// The list of a ticket, for whoever handed it in.
    func find(_ ticket: String, of account: Account.ID, at now: ContinuousClock.Instant)
        -> HandedList?
    {
        lists.withLock { lists in
            lists[ticket].flatMap {
                $0.account == account && now - $0.at < Self.patience ? $0.list : nil
            }
        }
    }

    /// Writes down what was said of a list since.
    func replace(_ ticket: String, by list: HandedList) {
        lists.withLock { $0[ticket]?.list = list }
    }

    func drop(_ ticket: String) {
        lists.withLock { $0[ticket] = nil }
    }

    private static func makeRoom(
        _ lists: inout [String: Place], _ most: Int, among: (Place) -> Bool
    ) {
        let found = lists.filter { among($0.value) }.sorted { $0.value.at < $1.value.at }
        for place in found.prefix(max(0, found.count - most + 1)) { lists[place.key] = nil }
    }

    private static let patience = Duration.seconds(1800)
    private static let mostOfOne = 3
    private static let mostOfAll = 24
}
