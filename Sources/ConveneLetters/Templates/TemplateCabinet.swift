import Convene
import ConveneTemplates
import Synchronization

/// The templates of all languages: ours, and over them the office's own. A language is read when
/// the first letter is written in it, and once.
final class TemplateCabinet: Sendable {
    private let own: TemplateFolder
    private let shelves = Mutex<[Language: TemplateShelf]>([:])

    /// - Parameter own: the office's own templates; all of them are checked here, so that a fault
    ///   shows before there is a letter to write.
    /// - Throws: `template.faulty`.
    init(own: TemplateFolder) throws(Problem) {
        self.own = own
        // A page of the office's own holds for every language, so any one of them checks it.
        let languages = own.page == nil ? own.languages : own.languages + [.english]
        for language in languages { _ = try shelf(language) }
    }

    /// The shelf of the first language that has this letter; English has them all.
    func shelf(for purpose: Message.Purpose, in languages: [Language]) throws(Problem)
        -> TemplateShelf
    {
        for language in languages {
            if let shelf = try shelf(language), shelf.has(purpose) { return shelf }
        }
        guard let english = try shelf(.english) else { throw .templateLanguage("en") }
        return english
    }

    private func shelf(_ language: Language) throws(Problem) -> TemplateShelf? {
        if let shelf = shelves.withLock({ $0[language] }) { return shelf }
        guard let shelf = try read(language) else { return nil }
        shelves.withLock { $0[language] = shelf }
        return shelf
    }

    private func read(_ language: Language) throws(Problem) -> TemplateShelf? {
        let ours = TemplateCabinet.ours(language)
        let own = own.sources(in: language)
        guard !ours.isEmpty || !own.isEmpty else { return nil }
        var sources = ours.merging(own) { $1 }
        sources[TemplateShelf.pageName] =
            own[TemplateShelf.pageName] ?? self.own.page ?? ours[TemplateShelf.pageName]
            ?? TemplateCabinet.ours(.english)[TemplateShelf.pageName]
        return try TemplateShelf(
            wording: try wording(language, ours: ours["words"], own: own["words"]),
            sources: sources)
    }

    /// The office's own words hold before ours; a language that is only its own has them all.
    private func wording(_ language: Language, ours: TemplateSource?, own: TemplateSource?)
        throws(Problem) -> Wording
    {
        let nothing = TemplateSource(name: "\(language.code)/words.txt", text: "")
        guard let ours else { return try Wording(own ?? nothing, language: language) }
        let base = try Wording(ours, language: language)
        guard let own else { return base }
        return try Wording(own, language: language, over: base)
    }

    private static func ours(_ language: Language) -> [String: TemplateSource] {
        var sources: [String: TemplateSource] = [:]
        for file in Templates.files(in: language.code) {
            let name = String(file.name.prefix { $0 != "." })
            sources[name] = TemplateSource(
                name: "\(language.code)/\(file.name)",
                text: String(decoding: file.bytes, as: UTF8.self))
        }
        return sources
    }
}
