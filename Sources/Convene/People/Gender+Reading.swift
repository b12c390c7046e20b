extension Gender {
    /// The gender that somebody wrote down in English, Russian or French, in a word, a letter or a
    /// form of address: `female`, `ж`, `Mme`. It is never guessed from a name.
    ///
    /// - Throws: `gender.unknown`, with the words that would be right; for an empty text too, since
    ///   not to say is an answer of its own.
    package static func reading(_ text: String) throws(Problem) -> Gender {
        guard text.utf8.count <= 100, let gender = known[NameKey.search(text)] else {
            throw .genderUnknown(text.withoutBlanksAround)
        }
        return gender
    }

    private static let known = Wording.meanings(of: [
        (female, "female; f; fem; w; woman; girl; ms; mrs; miss; lady; madam; she"),
        (female, "женский; жен; ж; женщина; г-жа; гжа; госпожа; жіноча; жінка"),
        (female, "féminin; femme; mme; madame; mlle; mademoiselle; dame"),
        (male, "male; m; masc; man; boy; mr; mister; sir; gentleman; he"),
        (male, "мужской; муж; м; мужчина; г-н; гн; господин; чоловіча; чоловік"),
        (male, "masculin; homme; h; monsieur"),
        (other, "other; x; o; mx; non-binary; nonbinary; diverse; другой; другое; иной; иное"),
        (other, "autre; non binaire"),
        (undisclosed, "undisclosed; not disclosed; prefer not to say; not stated; not specified"),
        (undisclosed, "unspecified; unknown; n/a; na; u; not given"),
        (undisclosed, "не указан; не указано; не указана; не указывать; не хочу указывать; н/у"),
        (undisclosed, "неизвестно; не сообщается; нет данных"),
        (undisclosed, "non précisé; non communiqué; non indiqué; préfère ne pas répondre; inconnu"),
    ])
}

extension Problem {
    static func genderUnknown(_ text: String) -> Problem {
        let subject = text.isEmpty ? "The gender is missing" : "\(text.excerpt) is not a gender"
        return Problem(
            .genderUnknown,
            "\(subject): write female, male, other or undisclosed (or f, m, x; ж, м).")
    }
}
