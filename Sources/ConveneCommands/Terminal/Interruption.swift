import Dispatch
import Glibc

/// Ctrl-C and a polite kill: work that heeds them ends in order. Asked a second time, the process
/// ends at once.
enum Interruption {
    /// Carries out the work as a task that SIGINT and SIGTERM cancel.
    static func cancels<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws
        -> T
    {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            // The source is told of it only when nothing else happens on it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                task.cancel()
                signal(number, SIG_DFL)
            }
            source.resume()
            return (number, source)
        }
        defer {
            for (number, source) in sources {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await task.value
    }
}
