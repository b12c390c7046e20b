/// The texts of letters that ship inside the binary, by language.
package enum Templates {
    /// The codes of the languages that are complete.
    package static let languages = ["en", "ru", "fr"]

    /// The files of a language by the names that an office's own folder would give them:
    /// `invitation.mustache`, `words.txt`; none for a language that is not here.
    package static func files(in language: String) -> [(name: String, bytes: [UInt8])] {
        switch language {
        case "en": english
        case "ru": russian
        case "fr": french
        default: []
        }
    }

    private static var english: [(name: String, bytes: [UInt8])] {
        [
            ("layout.mustache", PackageResources.layout_en_mustache),
            ("invitation.mustache", PackageResources.invitation_en_mustache),
            ("reminder.mustache", PackageResources.reminder_en_mustache),
            ("confirmation.mustache", PackageResources.confirmation_en_mustache),
            ("waiting-list.mustache", PackageResources.waiting_list_en_mustache),
            ("seat-offered.mustache", PackageResources.seat_offered_en_mustache),
            ("change.mustache", PackageResources.change_en_mustache),
            ("cancellation.mustache", PackageResources.cancellation_en_mustache),
            ("thanks.mustache", PackageResources.thanks_en_mustache),
            ("letter.mustache", PackageResources.letter_en_mustache),
            ("facts.mustache", PackageResources.facts_en_mustache),
            ("closing.mustache", PackageResources.closing_en_mustache),
            ("words.txt", PackageResources.words_en_txt),
        ]
    }

    private static var russian: [(name: String, bytes: [UInt8])] {
        [
            ("invitation.mustache", PackageResources.invitation_ru_mustache),
            ("reminder.mustache", PackageResources.reminder_ru_mustache),
            ("confirmation.mustache", PackageResources.confirmation_ru_mustache),
            ("waiting-list.mustache", PackageResources.waiting_list_ru_mustache),
            ("seat-offered.mustache", PackageResources.seat_offered_ru_mustache),
            ("change.mustache", PackageResources.change_ru_mustache),
            ("cancellation.mustache", PackageResources.cancellation_ru_mustache),
            ("thanks.mustache", PackageResources.thanks_ru_mustache),
            ("letter.mustache", PackageResources.letter_ru_mustache),
            ("facts.mustache", PackageResources.facts_ru_mustache),
            ("closing.mustache", PackageResources.closing_ru_mustache),
            ("words.txt", PackageResources.words_ru_txt),
        ]
    }

    private static var french: [(name: String, bytes: [UInt8])] {
        [
            ("invitation.mustache", PackageResources.invitation_fr_mustache),
            ("reminder.mustache", PackageResources.reminder_fr_mustache),
            ("confirmation.mustache", PackageResources.confirmation_fr_mustache),
            ("waiting-list.mustache", PackageResources.waiting_list_fr_mustache),
            ("seat-offered.mustache", PackageResources.seat_offered_fr_mustache),
            ("change.mustache", PackageResources.change_fr_mustache),
            ("cancellation.mustache", PackageResources.cancellation_fr_mustache),
            ("thanks.mustache", PackageResources.thanks_fr_mustache),
            ("letter.mustache", PackageResources.letter_fr_mustache),
            ("facts.mustache", PackageResources.facts_fr_mustache),
            ("closing.mustache", PackageResources.closing_fr_mustache),
            ("words.txt", PackageResources.words_fr_txt),
        ]
    }
}
