/// A mail that an officer has sent to several people at once: to whom, what about, and what goes
/// with it.
///
/// Every such mail goes the same way: a plan says who would get it, and who not and why; samples show
/// how it would look (BOX-11); then it is queued for those, in one transaction with its cause.
package struct Circular: Sendable {
    package var matter: Matter
    /// A word of the organiser's own, put into each mail.
    package var note: String
    package var attachments: [AttachedFile]

    /// - Throws: `attachment.invalid`.
    package init(_ matter: Matter, note: String = "", attachments: [AttachedFile] = [])
        throws(Problem)
    {
        try AttachedFile.check(attachments)
        self.init(plain: matter, note: note, attachments: attachments)
    }

    private init(plain matter: Matter, note: String, attachments: [AttachedFile]) {
        self.matter = matter
        self.note = note
        self.attachments = attachments
    }

    /// One that nothing goes with.
    init(plain matter: Matter, note: String = "") {
        self.init(plain: matter, note: note, attachments: [])
    }

    package enum Matter: Sendable {
        case invitation(InvitationDesk.Selection)
        /// To those who were invited and have not answered; only to these, if any are named.
        case reminder([PersonMention]?)
        /// To those who attended, with a link to their certificate for those who completed.
        case thanks
        case letter(LetterText, LetterSelection)
    }

    var purpose: Message.Purpose {
        switch matter {
        case .invitation: .invitation
        case .reminder: .reminder
        case .thanks: .thanks
        case .letter: .letter
        }
    }

    var text: LetterText? { if case .letter(let text, _) = matter { text } else { nil } }
}

/// To whom a letter goes, of those on an event's list.
package enum LetterSelection: Sendable, Equatable {
    /// Everybody who has not declined, withdrawn or been rejected.
    case all
    case standing(Standing)
    case attended, completed
    case people([PersonMention])
}

/// A letter as it would go to somebody, for an officer to look at.
package struct LetterSample: Sendable {
    package var line: InvitationPlan.Line
    package var letter: Letter
}
