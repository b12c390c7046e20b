import Convene
import ConvenePages
import Testing

@testable import ConveneHTTP

@Suite struct WordsTests {
    @Test(arguments: [Language.russian, .french])
    func `every language has the words that English has`(language: Language) throws {
        let cabinet = try PageCabinet()
        let (english, other) = (cabinet.words(in: .english), cabinet.words(in: language))
        let own = try PageWords(
            ["words", "desk"].map { Self.file("\($0)_\(language.code).txt") }.joined(),
            language: language, name: "own")

        let categories = Set(["one", "few", "many", "other"])
        let plain = english.entries.keys.filter { key in
            !categories.contains(String(key.split(separator: ".").last ?? ""))
        }

        #expect(Set(plain).subtracting(own.entries.keys) == [])
        #expect(other["language"] != english["language"])
    }

    @Test func `every word that a template names is there`() throws {
        let words = try PageCabinet().words(in: .english).forTemplates
        for (name, bytes) in Pages.files where name.hasSuffix(".mustache") {
            let text = String(decoding: bytes, as: UTF8.self)
            for match in text.matches(of: /\{\{t\.([a-z0-9-]+)\}\}/) {
                #expect(words[String(match.1)] != nil, "\(name): \(match.1)")
            }
        }
    }

    @Test(arguments: [
        (Language.english, 1, "1 seat is left"), (.english, 2, "2 seats are left"),
        (.russian, 1, "осталось 1 место"), (.russian, 2, "осталось 2 места"),
        (.russian, 5, "осталось 5 мест"), (.russian, 11, "осталось 11 мест"),
        (.russian, 21, "осталось 21 место"), (.russian, 22, "осталось 22 места"),
        (.french, 1, "reste 1 place."), (.french, 2, "reste 2 places"),
    ])
    func `numbers have their plural`(language: Language, count: Int, said: String) throws {
        let words = try PageCabinet().words(in: language)

        #expect(words.text("entrance-seat-left", count: count).contains(said))
    }

    @Test(arguments: [
        ("ru", "ru"), ("ru-RU,ru;q=0.9,en;q=0.8", "ru"), ("de,fr;q=0.5", "fr"),
        ("en;q=0.1,fr;q=0.7", "fr"), ("", "en"), ("kk", "en"), ("fr;q=0", "en"),
    ])
    func `a page is in the language that the browser asks for`(header: String, language: String)
        throws
    {
        #expect(try PageCabinet().best(of: header).code == language)
    }

    private static func file(_ name: String) -> String {
        let bytes = Pages.files.first { $0.name == name }?.bytes ?? []
        return String(decoding: bytes, as: UTF8.self)
    }
}
