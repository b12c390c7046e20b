import Convene

/// What came of one mail, from how far the talk got, what the server said and how it ended.
///
/// The server's word goes before libcurl's result (ENV-3). Without a word, the step decides: before
/// the mail began nothing was lost, after the final dot nobody knows (ENV-2).
struct SMTPVerdict: Sendable {
    let dialogue: SMTPDialogue
    let ending: SMTPEnding
    /// The server as a person reads it.
    let server: String

    var delivery: Delivery {
        switch ending.kind {
        case .notAllowed:
            Delivery(outcome: .notStarted, reply: ending.words)
        case .unprotected:
            Delivery(outcome: .refusedUs, reply: unprotected)
        case .tooLarge:
            Delivery(outcome: .failed, reply: ending.words)
        case .completed, .refused, .encryption, .login, .sending, .timeout, .broken:
            if let reply = decidingReply {
                Delivery(
                    outcome: outcome(of: reply), code: reply.code, enhanced: reply.enhanced,
                    reply: reply.text)
            } else {
                silence
            }
        }
    }

    /// Whether one more try over a fresh connection is due: a kept connection was closed under us
    /// before the mail began, which says nothing about this mail (ENV-20).
    var isWorthAFreshConnection: Bool {
        guard dialogue.isReused, dialogue.step < .body, ending.kind != .notAllowed,
            ending.kind != .unprotected, ending.kind != .tooLarge
        else { return false }
        return dialogue.reply.map { $0.isClosing || !$0.isRefusal } ?? (ending.kind != .timeout)
    }

    private var decidingReply: SMTPReply? {
        guard let reply = dialogue.reply else { return nil }
        let isTaken = dialogue.step == .body && reply.isPositive && ending.kind == .completed
        return reply.isRefusal || isTaken ? reply : nil
    }

    private func outcome(of reply: SMTPReply) -> Delivery.Outcome {
        switch dialogue.step {
        case _ where reply.isPositive: .sent
        case .greeting, .hello, .encryption, .login:
            reply.isTransient ? .unreachable : .refusedUs
        case .sender, .recipient, .data, .body:
            if reply.isTransient { .retry } else if isAboutUs(reply) { .refusedUs } else { .failed }
        }
    }

    /// Whether a 5yz speaks of the sender's side: then every other mail would meet it too (ENV-5).
    private func isAboutUs(_ reply: SMTPReply) -> Bool {
        // 552 to MAIL answers its SIZE= parameter: this mail is too large (RFC 1870 §6.1).
        let isAboutSender = dialogue.step == .sender && reply.code != 552
        // 530: log in first (RFC 4954 §6). The rest as in a report that comes back (BLK-3).
        return isAboutSender || reply.code == 530
            || BounceClass(reply.enhanced.flatMap(DeliveryStatus.init), words: reply.text) == .ours
    }

    /// The delivery when the server has not said what becomes of the mail.
    private var silence: Delivery {
        switch dialogue.step {
        case _ where ending.kind == .encryption || ending.kind == .login:
            Delivery(outcome: .refusedUs, reply: refusal)
        case .greeting, .hello, .encryption, .login:
            Delivery(
                outcome: .unreachable,
                reply: "The mail server \(server) can't be reached: \(words).")
        case .sender, .recipient, .data:
            Delivery(outcome: .retry, reply: "The connection to \(server) broke: \(words).")
        case .body:
            body
        }
    }

    private var body: Delivery {
        guard ending.isBodySupplied, ending.kind != .sending else {
            return Delivery(
                outcome: .retry,
                reply: "The connection to \(server) broke before the mail was through: \(words).")
        }
        return Delivery(
            outcome: .unknown,
            reply: """
                The mail was handed to \(server), but no reply came back (\(words)): it may have \
                arrived.
                """)
    }

    private var refusal: String {
        ending.kind == .login
            ? "The login at the mail server \(server) did not succeed: \(words)."
            : "The connection to the mail server \(server) can't be encrypted: \(words)."
    }

    private var unprotected: String {
        dialogue.needsLogin
            ? """
            The mail server \(server) offers no login, but a user and a password are set: \
            nothing was sent.
            """
            : "The mail server \(server) was not encrypted: nothing was sent."
    }

    private var words: String { ending.words.isEmpty ? "no reply" : ending.words }
}
