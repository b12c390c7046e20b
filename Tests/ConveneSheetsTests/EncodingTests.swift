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

    @Test(arguments: [
        "Imię;Nazwisko\nPaweł;Wójcik\nŁucja;Żak\nGrażyna;Kamińska\n",
        "Jméno;Příjmení\nJiří;Novák\nZdeňka;Dvořáková\nTomáš;Černý\n",
        "Név;Ország\nGyőző;Magyarország\nÁgnes Szűcs;Budapest\n",
        "Nume;Oraș\nŞtefan Mîndru;Chişinău\nŢurcan Ion;Bălţi\n",
        "Ime;Priimek\nMatjaž;Kovačič\nČrtomir;Žagar\n",
    ])
    func `lists of Central Europe are read as Windows-1250`(text: String) throws {
        let typed = text.replacing("ș", with: "ş")

        let sheet = try read(typed, .windowsCP1250)

        #expect(sheet.source == .text(.windows1250, separator: ";"))
        #expect(sheet.notes.first == .encodingGuessed(.windows1250))
        #expect(typed.hasPrefix(sheet.headings.joined(separator: ";")))
        #expect(typed.contains(sheet.rows[0].cells.joined(separator: ";")))
    }

    @Test(arguments: [
        "Ad;Soyad\nGökçe;Yıldız\nİbrahim;Şahin\nDoğan;Çağlar\n",
        "Ad;Soyad\nNigar;Hüseynova\nElçin;İsmayılov\nGülşən;Ağayeva\n",
        "Ülke;Kurum\nTürkiye;Topkapı Sarayı Müzesi\nTürkiye;Dışişleri Bakanlığı\n",
    ])
    func `lists in Turkish and Azerbaijani are read as Windows-1254`(text: String) throws {
        // The one letter of Azerbaijani that the page has not.
        let typed = text.replacing("ə", with: "e")

        let sheet = try read(typed, .windowsCP1254)

        #expect(sheet.source == .text(.windows1254, separator: ";"))
        #expect(sheet.notes.first == .encodingGuessed(.windows1254))
        #expect(typed.contains(sheet.rows[0].cells.joined(separator: ";")))
    }

    @Test(arguments: [
        "Name;Place\nJosé Muñoz;León\nÅsa Öberg;Malmö\nSøren Kjær;Århus\nFrançois;Besançon\n",
        "Name;Land\nJürgen Groß;Österreich\nHélène Lefèvre;Genève\nMaría Peña;España\n",
        "Nafn;Land\nÞórður;Ísland\nGuðrún;Ísland\nJóhanna Sigríður;Æðey\n",
        "Nome;Paese\nNiccolò;Forlì\nGiosuè;Cefalù\n", "Nimi;Riik\nTõnu Jõgi;Eesti\nÜlo;Pärnu\n",
    ])
    func `other lists in Latin stay in Windows-1252`(text: String) throws {
        let sheet = try read(text, .windowsCP1252)

        #expect(sheet.source == .text(.windows1252, separator: ";"))
        #expect(text.contains(sheet.rows[0].cells.joined(separator: ";")))
    }

    @Test(
        arguments: [
            (Sheet.Encoding.windows1250, [0xA3, 0xF3, 0x64, 0x9F], "Łódź"),
            (.windows1251, [0xDE, 0xEB, 0xE8, 0xFF], "Юлия"),
            (.windows1252, [0xC9, 0x76, 0x65], "Éve"),
            (.windows1254, [0xDE, 0xF6, 0xF0], "Şöğ"), (.koi8r, [0xE0, 0xCC, 0xC9, 0xD1], "Юлия"),
            (.iso88591, [0xC9, 0x76, 0x65], "Éve"), (.iso88592, [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
            (.iso88595, [0xCE, 0xDB, 0xD8, 0xEF], "Юлия"), (.iso88599, [0xDE, 0xF6, 0xF0], "Şöğ"),
            (.macCyrillic, [0x9E, 0xEB, 0xE8, 0xDF], "Юлия"), (.utf8, Array("Юлия".utf8), "Юлия"),
            (.utf16, [0x2E, 0x04, 0x3B, 0x04], "Юл"),
        ] as [(Sheet.Encoding, [UInt8], String)])
    func `an encoding that is named is not guessed`(
        encoding: Sheet.Encoding, name: [UInt8], reading: String
    ) throws {
        let wide = encoding == .utf16
        let head = Array("a\n".utf8)
        let bytes = (wide ? head.flatMap { [$0, 0] } : head) + name

        let sheet = try SheetReader().read(bytes: bytes, file: "list.csv", encoding: encoding)

        #expect(sheet.rows.map(\.cells) == [[reading]])
        #expect(sheet.source == .text(encoding, separator: nil))
        #expect(sheet.notes.isEmpty)
    }

    @Test(
        arguments: [
            (
                Sheet.Encoding.utf8, [0x61, 0x0A, 0xC9, 0x76],
                "is not in UTF-8: something on line 2"
            ),
            (.windows1250, [0x61, 0x0A, 0x81], "is not in Windows-1250: something on line 2"),
            (.iso88592, [0x61, 0x0A, 0x0A, 0x93], "is not in ISO-8859-2: something on line 3"),
            (.koi8r, [0xEF, 0xBB, 0xBF, 0x61], "says itself that it is in UTF-8"),
            (.utf8, [0xFF, 0xFE, 0x61, 0x00], "says itself that it is in UTF-16"),
            (.utf16, [0x61, 0x00, 0x0A], "no text at all"),
        ] as [(Sheet.Encoding, [UInt8], String)])
    func `what can't be in the encoding that is named is refused`(
        encoding: Sheet.Encoding, bytes: [UInt8], words: String
    ) {
        let problem = #expect(throws: Problem.self) {
            try SheetReader().read(bytes: bytes, file: "list.csv", encoding: encoding)
        }

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.contains(words) == true)
    }

    @Test func `a workbook has no encoding to name`() throws {
        let book = try SheetWriter().bytes([.init(name: "x", headings: ["a"], rows: [[.text("b")]])]
        )

        let problem = #expect(throws: Problem.self) {
            try SheetReader().read(bytes: book, file: "list.xlsx", encoding: .koi8r)
        }

        #expect(problem?.message.contains("leave --encoding out") == true)
    }

    @Test(arguments: Sheet.Encoding.allCases)
    func `an encoding is named in any writing`(encoding: Sheet.Encoding) {
        let names = [
            encoding.name, encoding.rawValue, encoding.name.replacing("-", with: " "),
            encoding.name.replacing("windows-", with: "CP"),
        ]

        #expect(names.map { Sheet.Encoding(name: $0) } == names.map { _ in encoding })
        #expect(Sheet.Encoding(name: "utf-7") == nil)
    }

    @Test(arguments: [
        (Sheet.Encoding.windows1250, String.Encoding.windowsCP1250),
        (.windows1251, .windowsCP1251), (.windows1252, .windowsCP1252),
        (.windows1254, .windowsCP1254), (.iso88591, .isoLatin1), (.iso88592, .isoLatin2),
    ])
    func `a code page says what everybody's says`(ours: Sheet.Encoding, theirs: String.Encoding)
        throws
    {
        for byte in UInt8(0xA0)...0xFF {
            let cell: [UInt8] = [0x61, byte, 0x62]
            guard let expected = String(bytes: cell, encoding: theirs) else { continue }

            let sheet = try SheetReader().read(
                bytes: [0x68, 0x0A] + cell, file: "list.csv", encoding: ours)

            #expect(sheet.rows.first?.cells == [expected], "\(byte)")
        }
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
