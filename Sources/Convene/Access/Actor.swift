/// Who did something: an account of the service, the operating system's user at the terminal, the
/// holder of a secret link, or the system itself.
package struct Actor: Hashable, Sendable {
    package let kind: Kind
    package let name: String

    package init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }

    package enum Kind: String, Sendable, CaseIterable {
        case terminal, account, link, system
    }

    /// The worker that delivers mail and serves the waiting list.
    package static let system = Actor(kind: .system, name: "convene")
}
