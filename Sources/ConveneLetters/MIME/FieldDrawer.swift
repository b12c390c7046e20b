import Synchronization

/// The header fields written last, by their names: a thousand invitations have the same subject and
/// sender, and what they say outside of ASCII is to be encoded.
final class FieldDrawer: Sendable {
    private let fields = Mutex<[String: (text: String, field: HeaderField)]>([:])

    /// The field of this name and text; made now where the last one said something else.
    func field(
        _ name: String, _ text: String, make: () throws(LetterFault) -> HeaderField
    ) throws(LetterFault) -> HeaderField {
        if let last = fields.withLock({ $0[name] }), last.text == text { return last.field }
        let field = try make()
        fields.withLock { $0[name] = (text, field) }
        return field
    }
}
