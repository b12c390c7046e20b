import Convene
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The first failure to write what a command says.
final class Losses: Sendable {
    private let noted = Mutex<Problem?>(nil)

    var first: Problem? { noted.withLock(\.self) }

    func note(_ error: any Error) {
        noted.withLock { noted in
            noted = noted ?? error as? Problem ?? Loss.told(by: 0)
        }
    }
}

/// Output that its disk or its reader did not take.
enum Loss {
    /// - Parameter number: the system's `errno`.
    static func told(by number: Int32) -> Problem {
        let why = number == ENOSPC || number == EDQUOT ? "its disk is full" : "it was not taken"
        return Problem(
            .outputLost,
            "The result could not be written whole, since \(why); what the command did stands.")
    }
}
