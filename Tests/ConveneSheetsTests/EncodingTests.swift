import Convene
import ConveneSheets
import Foundation
import Testing

/// How the encoding of a text is found (CSV-1).
@Suite struct EncodingTests {
    private static let russian = "Имя;Страна\nАйгуль;Казахстан\nПётр;РФ\n"

    private func read(_ text: String, _ encoding: String.Encoding, mark: [UInt8] = []) throws
        -> Sheet
    {
        let data = try #require(text.data(using: encoding))
        return try SheetReader().read(bytes: mark + Array(data), file: "list.csv")
    }

    @Test(
        arguments: [
            (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.utf16LittleEndian, []), (.utf16BigEndian, []),
        ] as [(String.Encoding, [UInt8])])
    func `UTF-16 is read in either order, with and without its mark`(
        encoding: String.Encoding, mark: [UInt8]
    ) throws {
        let sheet = try read(Self.russian, encoding, mark: mark)

        #expect(sheet.source == .text(.utf16, separator: ";"))
        #expect(sheet.rows.map(\.cells) == [["Айгуль", "Казахстан"], ["Пётр", "РФ"]])
        #expect(sheet.notes.isEmpty)
    }

    @Test(arguments: [
        russian, "№;Пол\n1;м\n2;ж\n", "ФАМИЛИЯ;ИМЯ\nЕРШОВ;ДМИТРИЙ\n",
        "Ім’я;Країна\nЇжак Євген;Україна\nЄлизавета;Київ\n", "Имя;E-mail\nАни;ani@example.org\n",
        "Name;Страна\nAda;Армения\n",
        "Імя;Краіна\nАлена Жук;Рэспубліка Беларусь\nЎладзімір;Гродна\n",
        "Name;Sex\nAda;ж\nJon;м\n", "Имя;Примечание\nИ. О. Зуев;«Аврора» – музей\n",
    ])
    func `lists in Cyrillic are read as Windows-1251`(text: String) throws {
        let sheet = try read(text, .windowsCP1251)

        #expect(sheet.source == .text(.windows1251, separator: ";"))
        #expect(sheet.notes.first == .encodingGuessed(.windows1251))
        #expect(text.hasPrefix(sheet.headings.joined(separator: ";")))
    }

    @Test(arguments: [
        "Prénom;Pays\nAndré;Côte d’Ivoire\nHéloïse;Algérie\n",
        "Nume;Țara\nIoan;România\nMâță;Iași\n",
        "Ad;Ülke\nGöçmen;Türkiye\nÇağlar;Türkiye\n",
        "Nome;País\nJoão;São Tomé\nConceição;Moçambique\n",
        "Name;Ort\nMüller;Köln\nGroß;Österreich\n", "Namn;Ort\nÅsa;Ö\nNils;Å\n",
        "NOM;PAYS\nLÉGER;ALGÉRIE\n",
        "Nom;Née le\nÉléonore;à Genève\n", "Nombre;País\nNuñez;España\n",
        "name;note\nAda;5 € – “x”\n",
    ])
    func `lists in Latin are read as Windows-1252`(text: String) throws {
        // Letters that the page has not are those that their own programs put in their place.
        let typed = text.map { "ȚțăășğŞşİı".contains($0) ? "à" : $0 }

        let sheet = try read(String(typed), .windowsCP1252)

        #expect(sheet.source == .text(.windows1252, separator: ";"))
        #expect(sheet.notes.first == .encodingGuessed(.windows1252))
        #expect(String(typed).hasPrefix(sheet.headings.joined(separator: ";")))
    }

    @Test func `all of a code page comes through`() throws {
        let cells: [[UInt8]] = [Array(0xC0...0xDF), Array(0xE0...0xFF), [0xA8, 0xB8, 0xB9, 0x96]]

        let sheet = try SheetReader().read(
            bytes: Array("a;b;c\n".utf8) + cells.joined(separator: [0x3B]) + [0x0A],
            file: "list.csv")

        #expect(
            sheet.rows.first?.cells == [
                "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "Ёё№–",
            ])
    }

    @Test func `mixed encodings are refused with line and character`() throws {
        let bytes = Array("Имя;Страна\r\nАнна;".utf8) + [0xD0, 0xD4, 0x0A]

        let problem = try #require(SheetReader().refusal(bytes))

        #expect(problem.code == .listUnreadable)
        #expect(problem.message.contains("line 2"))
        #expect(problem.message.contains("character 6"))
    }
}
