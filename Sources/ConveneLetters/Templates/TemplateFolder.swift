import Convene
import FoundationEssentials

/// The office's own templates: a folder with one folder in it for each language, which holds
/// `invitation.mustache`, `words.txt` and so on; and a `layout.mustache` for all of them.
struct TemplateFolder: Sendable {
    /// The page around HTML mails for every language that has no page of its own.
    let page: TemplateSource?
    private let shelves: [Language: [String: TemplateSource]]

    /// No templates of the office's own.
    init() {
        page = nil
        shelves = [:]
    }

    /// - Throws: `setting.invalid` when there is no such folder; `template.faulty` when a folder or
    ///   a file in it has a name that means nothing.
    init(path: String) throws(Problem) {
        var shelves: [Language: [String: TemplateSource]] = [:]
        var page: TemplateSource?
        for name in try TemplateFolder.names(in: path) {
            if TemplateFolder.isFolder(path + "/" + name) {
                guard let language = Language(name) else { throw .templateLanguage(name) }
                shelves[language] = try TemplateFolder.shelf(path + "/" + name)
            } else if name == TemplateShelf.pageName + ".mustache" {
                page = try TemplateFolder.source(path + "/" + name)
            }
        }
        self.shelves = shelves
        self.page = page
    }

    var languages: [Language] { shelves.keys.sorted { $0.code < $1.code } }

    func sources(in language: Language) -> [String: TemplateSource] { shelves[language] ?? [:] }

    private static func shelf(_ path: String) throws(Problem) -> [String: TemplateSource] {
        let known = TemplateShelf.letterNames + TemplateShelf.partNames + [TemplateShelf.pageName]
        var sources: [String: TemplateSource] = [:]
        for name in try names(in: path) {
            if name == "words.txt" {
                sources["words"] = try source(path + "/" + name)
            } else if name.hasSuffix(".mustache") {
                let letter = String(name.dropLast(".mustache".count))
                guard known.contains(letter) else {
                    throw .templateUnknown(path + "/" + name, known: known)
                }
                sources[letter] = try source(path + "/" + name)
            }
        }
        return sources
    }

    private static func source(_ path: String) throws(Problem) -> TemplateSource {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .templateFolder(path)
        }
        return try TemplateSource(name: path, bytes: bytes)
    }

    private static func names(in path: String) throws(Problem) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .templateFolder(path)
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
}
