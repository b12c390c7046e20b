import ServiceLifecycle
import Synchronization

/// The moments before the doors close: answers tell their clients to close the connection, so that
/// none is cut when the server ends. New connections are still served.
package final class Drain: Service, Sendable {
    private let begun = Atomic(false)

    package var hasBegun: Bool { begun.load(ordering: .relaxed) }

    /// Stands last among the services, and so is the first to be told of the end.
    package func run() async throws {
        try await gracefulShutdown()
        begun.store(true, ordering: .relaxed)
        try? await Task.sleep(for: .seconds(1))
    }
}
