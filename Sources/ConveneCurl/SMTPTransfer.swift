import Convene

/// One mail on its way through libcurl: what the callbacks ask and note, all on one thread.
final class SMTPTransfer {
    private(set) var dialogue: SMTPDialogue
    /// Why we stopped it ourselves, if we did.
    private(set) var stop: SMTPEnding?
    var patience: SMTPPatience
    private let bytes: [UInt8]
    private let beforeData: () throws -> Void
    private var supplied = 0
    private var isAllowed = false

    init(
        _ job: DeliveryJob, dialogue: SMTPDialogue, timeouts: SMTPAccount.Timeouts
    ) {
        self.dialogue = dialogue
        self.dialogue.begin()
        bytes = job.parcel.bytes
        beforeData = job.beforeData
        patience = SMTPPatience(timeouts)
    }

    var isBodySupplied: Bool { supplied == bytes.count }

    func sent(_ command: String) { dialogue.sent(command) }

    /// Takes a line of the server; whether to speak on.
    func received(_ line: String) -> Bool {
        if dialogue.received(line) == .stop {
            stop = SMTPEnding(kind: .unprotected)
        } else if let limit = dialogue.sizeLimit, bytes.count > limit, dialogue.step == .sender,
            dialogue.reply?.isPositive == true
        {
            // A server that minds says so itself, by the size that MAIL told it; one that does not
            // would take megabytes and refuse them at their end (ENV-19).
            stop = SMTPEnding(
                kind: .tooLarge,
                words: """
                    The mail has \(bytes.count / 1000 + 1) KB, and the mail server takes no more than \
                    \(limit / 1000) KB: send a link in place of the attachment.
                    """)
        }
        return stop == nil
    }

    /// Copies the next bytes of the mail; how many, or nothing when the mail must not go.
    ///
    /// libcurl asks for the first bytes once the server has said 354 to DATA: the last moment to
    /// hold the mail back, and the moment that ``MailLine/deliver(_:beforeData:)`` speaks of.
    func supply(to buffer: UnsafeMutableRawBufferPointer) -> Int? {
        guard dialogue.step == .body, stop == nil, allow() else { return nil }
        let piece = bytes[supplied...].prefix(buffer.count)
        buffer.copyBytes(from: piece)
        supplied += piece.count
        return piece.count
    }

    private func allow() -> Bool {
        guard !isAllowed else { return true }
        do {
            try beforeData()
        } catch {
            stop = SMTPEnding(kind: .notAllowed, words: Delivery.heldBack(by: error).reply)
            return false
        }
        isAllowed = true
        patience.restart()
        return true
    }
}
