import Convene

extension Problem {
    static func templateFaulty(_ source: TemplateSource, line: Int, _ reason: String) -> Problem {
        Problem(.templateFaulty, "\(source.name), line \(line): \(reason).")
    }

    static func templateNoSubject(_ source: TemplateSource) -> Problem {
        templateFaulty(
            source, line: 1,
            "a template begins with its subject, as in “Subject: Invitation: {{title}}”")
    }

    static func templateEncoding(_ name: String, line: Int) -> Problem {
        Problem(
            .templateFaulty,
            "\(name), line \(line): it is not written in UTF-8, so letters in it would be lost: save"
                + " it as UTF-8.")
    }

    static func templateNoButton(_ source: TemplateSource, line: Int) -> Problem {
        templateFaulty(
            source, line: line,
            "a line in square brackets is a button, and this mail leads to no page: take it out, or"
                + " write it without the brackets")
    }

    static func templateUnknown(_ name: String, known: [String]) -> Problem {
        Problem(
            .templateFaulty,
            "\(name) is the template of no mail: name it "
                + known.map { $0 + ".mustache" }.joined(separator: ", ") + " or words.txt.")
    }

    static func templateLanguage(_ folder: String) -> Problem {
        Problem(
            .templateFaulty,
            "The folder \(folder) of the templates is not named by a language: name it by the"
                + " language's code, for example en, ru, fr or kk.")
    }

    static func templateTooLong(_ name: String, octets: Int, limit: Int) -> Problem {
        Problem(
            .templateFaulty,
            "\(name) comes to \(octets / 1000) KB as HTML, and mail programs cut off what is longer"
                + " than \(limit / 1000) KB: shorten the template or the note.")
    }

    static func templateFolder(_ path: String) -> Problem {
        Problem(
            .settingInvalid,
            "The templates' folder “\(path)” can't be read: set mail.templates to a folder with one"
                + " folder in it for each language, or take it out.")
    }

    static func wordsNoSign(in source: TemplateSource, line: Int) -> Problem {
        templateFaulty(source, line: line, "write “key = text”, or begin a remark with #")
    }

    static func wordsEmpty(_ key: String, in source: TemplateSource, line: Int) -> Problem {
        templateFaulty(
            source, line: line,
            "“\(key)” has no text: translate it, or take the line out where another file has it")
    }

    /// - Parameter line: the one at which it becomes too long.
    static func templateTooLarge(_ source: TemplateSource, line: Int, limit: Int) -> Problem {
        templateFaulty(
            source, line: line,
            "here it becomes longer than \(limit / 1000) KB, which mail programs cut off: shorten it"
        )
    }

    static func wordsUnknownKey(_ key: String, in source: TemplateSource, line: Int) -> Problem {
        templateFaulty(
            source, line: line,
            "there is no key “\(key.prefix(60))”; the keys are "
                + WordingKey.places.keys.sorted().joined(separator: ", "))
    }

    static func wordsOpenPlace(_ key: String, in source: TemplateSource, line: Int) -> Problem {
        templateFaulty(
            source, line: line,
            "a brace in “\(key)” has no other: write a place as {name}")
    }

    static func wordsUnknownPlace(
        _ place: String, of key: String, known: Set<String>, in source: TemplateSource, line: Int
    ) -> Problem {
        let places = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
        return templateFaulty(
            source, line: line,
            "{\(place.prefix(60))} has no meaning in “\(key)”; "
                + (places.isEmpty ? "it is plain text" : "it may have \(places)"))
    }

    static func wordsMissing(_ keys: [String], in source: TemplateSource) -> Problem {
        Problem(
            .templateFaulty,
            "\(source.name) lacks words that letters need: add \(keys.joined(separator: ", ")).")
    }

    static func wordsMonths(_ count: Int, in source: TemplateSource) -> Problem {
        Problem(
            .templateFaulty,
            "\(source.name) has \(count) months: write all twelve, with commas between them.")
    }
}
