extension CalendarReply {
    /// What is said beside the answer: its comment, or the text of the mail that it came in.
    func words(in mail: IncomingMail) -> String {
        comment.isBlank ? (mail.text.isBlank ? "" : mail.text) : comment
    }

    /// Whether these are words of the person's own, which somebody must read.
    ///
    /// A comment is. A text beside the entry is where Microsoft's programs put what was typed, and
    /// they leave it empty otherwise; others fill it with a sentence of their own (“… has accepted
    /// this invitation”).
    func hasOwnWords(in mail: IncomingMail) -> Bool {
        !comment.isBlank || (isMicrosofts && !mail.text.isBlank)
    }

    private var isMicrosofts: Bool {
        let program = program.lowercased()
        return ["microsoft", "outlook", "exchange"].contains { program.contains($0) }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
