extension Language {
    /// The language that somebody wrote down: its code, or its name in English, Russian, French or
    /// itself, for those that are written to in the regions of our events.
    ///
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Language {
        if let language = known[NameKey.search(text)] ?? Language(text.trimmed) { return language }
        throw Problem(
            .valueInvalid,
            "\(text.excerpt) is not a language: write its code of two or three letters, such as ru."
        )
    }

    private static let known = Wording.meanings(
        of: [
            ("en", "english; английский; англ; англійська; anglais"),
            ("ru", "russian; русский; рус; російська; russe"),
            ("fr", "french; французский; франц; французька; français"),
            ("uk", "ukrainian; украинский; українська; ukrainien"),
            ("kk", "kazakh; казахский; қазақша; қазақ тілі; казахська; kazakh"),
            ("ky", "kyrgyz; kirghiz; киргизский; кыргызский; кыргызча; kirghize"),
            ("uz", "uzbek; узбекский; o‘zbekcha; o'zbek; узбецька; ouzbek"),
            ("tg", "tajik; таджикский; тоҷикӣ; tadjik"),
            ("tk", "turkmen; туркменский; türkmençe; turkmène"),
            ("az", "azerbaijani; azeri; азербайджанский; azərbaycanca; azerbaïdjanais"),
            ("hy", "armenian; армянский; հայերեն; arménien"),
            ("ka", "georgian; грузинский; ქართული; géorgien"),
            ("be", "belarusian; belarussian; белорусский; беларуская; biélorusse"),
            ("ro", "romanian; moldovan; румынский; молдавский; română; roumain"),
            ("mn", "mongolian; монгольский; монгол; mongol"),
            ("tr", "turkish; турецкий; türkçe; turc"),
            ("fa", "persian; farsi; персидский; фарси; persan"),
            ("ar", "arabic; арабский; arabe"), ("es", "spanish; испанский; español; espagnol"),
            ("de", "german; немецкий; deutsch; allemand"),
            ("zh", "chinese; китайский; chinois"),
        ].compactMap { code, wordings in Language(code).map { ($0, wordings) } })
}
