/// How long the mail worker waits for its next round, and whether a write of this process may call it
/// earlier: every request rings its bell, and a server that can't be reached is not to be asked once a
/// request (BOX-6).
struct MailPatience: Sendable, Equatable {
    /// Until the next round, at the latest.
    private(set) var pause = Self.shortest
    /// Whether the bell ends the pause.
    private(set) var heedsBell = true

    /// How a round ended.
    enum Ending {
        case done
        /// Something is to be put right before mail leaves; to look whether it is costs little.
        case refused
        /// The server can't be reached.
        case unreachable
    }

    mutating func note(_ ending: Ending) {
        heedsBell = ending != .unreachable
        pause = ending == .done ? Self.shortest : min(pause * 2, Self.longest)
    }

    private static let shortest = Duration.seconds(3)
    private static let longest = Duration.seconds(300)
}
