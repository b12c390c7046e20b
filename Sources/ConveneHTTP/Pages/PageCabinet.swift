package import Convene
import ConvenePages
import FoundationEssentials
import Mustache

/// The pages' templates and words: ours, and over them the office's own.
///
/// The office's folder may hold any of ours under its name, `layout.mustache`, `words_fr.txt`,
/// `convene.css`; a new language is a new `words_kk.txt`. What only officers read stands apart, in
/// `desk_kk.txt`.
package struct PageCabinet: Sendable {
    private let library: MustacheLibrary
    private let words: [Language: PageWords]
    private let assets: [String: [UInt8]]
    /// The languages that there are pages in, English first.
    package let languages: [Language]

    /// - Throws: `template.faulty` with the file's name; `setting.invalid` when the folder can't be
    ///   read.
    package init(folder: String? = nil) throws(Problem) {
        var files = PageCabinet.ours
        if let folder { files.merge(try PageCabinet.read(folder)) { $1 } }
        library = try PageCabinet.library(of: files)
        let words = try PageCabinet.words(of: files)
        self.words = words
        assets = files.filter { !$0.key.hasSuffix(".mustache") && !$0.key.hasSuffix(".txt") }
        let complete = Language.complete.filter { words.keys.contains($0) }
        languages =
            complete
            + words.keys.filter { !complete.contains($0) }.sorted { $0.code < $1.code }
    }

    /// The words in a language, or in English where there are none in it.
    package func words(in language: Language) -> PageWords {
        words[language] ?? PageCabinet.english
    }

    /// A page or a part of one.
    package func fill(_ name: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: name) ?? ""
    }

    /// A file that pages refer to, such as their style.
    func asset(_ name: String) -> [UInt8]? { assets[name] }

    /// A language by its code, where there are pages in it.
    func known(_ code: String) -> Language? {
        Language(code).flatMap { words.keys.contains($0) ? $0 : nil }
    }

    /// The language that a visitor likes best of those that there are: `Accept-Language`, RFC 9110
    /// §12.5.4.
    func best(of header: String) -> Language {
        let wishes = header.split(separator: ",").prefix(20).compactMap { item -> Wish? in
            let parts = item.split(separator: ";")
            let tag = parts.first?.split(separator: "-").first ?? ""
            guard let language = known(tag.withoutBlanksAtEnds) else { return nil }
            let quality = parts.dropFirst().lazy.map(\.withoutBlanksAtEnds)
                .first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return Wish(language: language, quality: quality ?? 1)
        }
        let best = wishes.map(\.quality).max() ?? 0
        return wishes.first { $0.quality == best && best > 0 }?.language ?? .english
    }

    private struct Wish {
        let language: Language
        let quality: Double
    }

    private static let english: PageWords = {
        // Ours are read by a test; nothing is the same as words that are their keys.
        (try? words(of: ours, in: .english, over: nil)) ?? PageWords([:], language: .english)
    }()

    private static let ours = Dictionary(
        uniqueKeysWithValues: Pages.files.map { ($0.name, $0.bytes) })

    private static func library(of files: [String: [UInt8]]) throws(Problem) -> MustacheLibrary {
        var templates: [String: MustacheTemplate] = [:]
        for (name, bytes) in files where name.hasSuffix(".mustache") {
            do {
                templates[String(name.dropLast(9))] = try MustacheTemplate(
                    string: String(decoding: bytes, as: UTF8.self))
            } catch {
                throw Problem(.templateFaulty, "\(name) can't be read as a template: \(error)")
            }
        }
        return MustacheLibrary(templates: templates)
    }

    private static func words(of files: [String: [UInt8]]) throws(Problem) -> [Language: PageWords]
    {
        var words: [Language: PageWords] = [:]
        for name in files.keys where name.hasPrefix("words_") && name.hasSuffix(".txt") {
            guard let language = Language(String(name.dropFirst(6).dropLast(4))) else { continue }
            let under = try Self.words(of: ours, in: language, over: english)
            words[language] = try Self.words(of: files, in: language, over: under)
        }
        return words
    }

    /// The words in a language that files have: those of all pages, and those of the officers'.
    private static func words(
        of files: [String: [UInt8]], in language: Language, over base: PageWords?
    ) throws(Problem) -> PageWords {
        var words = base
        for part in ["words", "desk"] {
            let name = "\(part)_\(language.code).txt"
            guard let bytes = files[name] else { continue }
            words = try PageWords(
                String(decoding: bytes, as: UTF8.self), language: language, name: name, over: words)
        }
        return PageWords(words?.entries ?? [:], language: language)
    }

    private static func read(_ folder: String) throws(Problem) -> [String: [UInt8]] {
        do {
            var files: [String: [UInt8]] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder)
            where [".mustache", ".txt", ".css", ".js", ".svg", ".png"].contains(
                where: name.hasSuffix)
            {
                files[name] = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
            }
            return files
        } catch {
            throw Problem(
                .settingInvalid, "The folder of http.pages, \(folder), can't be read: \(error)")
        }
    }
}
