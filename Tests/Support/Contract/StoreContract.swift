package import Convene

/// One promise that every engine keeps; each engine's tests run them all on an empty store.
///
/// What an engine alone does, with its files and its other processes, is tested beside it.
package struct StoreContract: Sendable, CustomStringConvertible {
    /// The promise, as a sentence.
    package let description: String
    package let check: @Sendable (any Store) async throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (any Store) async throws -> Void) {
        self.description = description
        self.check = check
    }

    /// A promise that shows within one transaction.
    static func within(
        _ description: String, _ check: @escaping @Sendable (any Ledger) throws -> Void
    ) -> StoreContract {
        StoreContract(description) { store in try await store.write(check) }
    }

    /// Every promise, by area.
    package static let all =
        register + programmes + events + organisations + people + finding + merges + registrations
        + attendance + invitations + mail + incoming + questions + access + forgetting + plans
        + imports
        + outcomes + figures + webhooks
}
