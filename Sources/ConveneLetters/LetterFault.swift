/// A mail that may not leave as it is: a fault of ours, never of who asked for it.
///
/// It names what is wrong, without any personal data, for it goes to the log.
package enum LetterFault: Error, Equatable, CustomStringConvertible {
    /// A header field would hold something other than printable ASCII (MSG-5).
    case headerUnusable(String)
    /// The calendar entry lacks a property that RFC 5546 §3.2 asks for (ICS-4).
    case calendarIncomplete(String)
    /// The letter has a place for the answer link, and no link was given.
    case linkMissing
    /// The link is not an `http` or `https` address of safe characters.
    case linkUnusable

    package var description: String {
        switch self {
        case .headerUnusable(let name): "The header field \(name) can't be written."
        case .calendarIncomplete(let name): "The calendar entry has no usable \(name)."
        case .linkMissing: "The letter has a place for the answer link, and no link was given."
        case .linkUnusable: "The answer link is not an address that can stand in a mail."
        }
    }
}
