import Convene
import Testing

@Suite struct PersonNameTests {
    @Test(
        arguments: [
            ("  Aigul ", "Seitova\u{A0}", "Aigul Seitova", "SEITOVA Aigul"),
            ("Feruza", "O‘rinova", "Feruza O‘rinova", "O‘RINOVA Feruza"),
            ("Ana-Maria", "Rusu", "Ana-Maria Rusu", "RUSU Ana-Maria"),
            ("Doina", "T\u{326}urcanu", "Doina Țurcanu", "ȚURCANU Doina"),
            ("Айгуль", "Сеитова", "Айгуль Сеитова", "СЕИТОВА Айгуль"),
            ("Ludwig  van", "de la Cruz", "Ludwig van de la Cruz", "DE LA CRUZ Ludwig van"),
            ("aigul", "SEITOVA", "aigul SEITOVA", "SEITOVA aigul"),
            ("Jon", "-", "Jon", "Jon"),
            ("", "Holm", "Holm", "HOLM"),
        ])
    func `a name stays as it was written, in single blanks`(
        _ given: String, _ family: String, _ full: String, _ formal: String
    ) throws {
        let name = try PersonName(given: given, family: family)

        #expect(name.full == full)
        #expect(name.formal == formal)
    }

    @Test(
        arguments: [
            ("", "", "There is no name"), (" ", "—", "There is no name"),
            ("Aigul\nSeitova", "", "a line break"), ("Aigul\u{202E}", "Seitova", "can't be seen"),
            ("Aigul\u{0}", "Seitova", "can't be seen"), ("12", "Seitova", "no letter"),
            ("A\u{FFFD}gul", "Seitova", "damaged"),
            (String(repeating: "a", count: 201), "Seitova", "longer than 200"),
        ])
    func `what is no name is refused`(_ given: String, _ family: String, _ reason: String) {
        let problem = #expect(throws: Problem.self) {
            try PersonName(given: given, family: family)
        }

        #expect(problem?.code == .nameInvalid)
        #expect(problem?.message.contains(reason) == true)
    }

    @Test(
        arguments: [
            ("Aigul", "Seitova", PersonName.Script.latin), ("Doina", "Țurcanu", .latin),
            ("Айгуль", "Сеитова", .cyrillic), ("Әсел", "Қасымова", .cyrillic),
            ("Aйгуль", "Сеитова", .cyrillic), ("Հայկ", "Պետրոսյան", .other),
            ("გიორგი", "", .other), ("محمد", "", .other),
        ])
    func `a name's script is that of most letters`(
        _ given: String, _ family: String, _ script: PersonName.Script
    ) throws {
        let name = try PersonName(given: given, family: family)

        #expect(name.script == script)
    }

    @Test func `a patronymic is kept apart, and a dash for it is none`() throws {
        let name = try PersonName(given: "Айгуль", family: "Сеитова", patronymic: "Алиевна")
        let without = try PersonName(given: "Айгуль", family: "Сеитова", patronymic: "-")

        #expect(name.patronymic == "Алиевна")
        #expect(name.full == "Айгуль Сеитова")
        #expect(without.patronymic.isEmpty)
    }
}
