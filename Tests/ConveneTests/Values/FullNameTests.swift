import Testing

@testable import Convene

@Suite struct FullNameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let given: String
        let family: String
        var patronymic = ""
        var order = FullName.Order.givenFirst

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "Saule AKHMETOVA", given: "Saule", family: "AKHMETOVA"),
        Case(text: "AKHMETOVA Saule", given: "Saule", family: "AKHMETOVA"),
        Case(text: "Ana-Maria DE LA CRUZ", given: "Ana-Maria", family: "DE LA CRUZ"),
        Case(text: "Petrosyan, Ani", given: "Ani", family: "Petrosyan"),
        Case(text: "De Wit, Jan Piet", given: "Jan Piet", family: "De Wit"),
        Case(text: "Ms Gulnar Seitova", given: "Gulnar", family: "Seitova"),
        Case(text: "Prof. Dr. Jon Lind", given: "Jon", family: "Lind"),
        Case(text: "Marta Lind", given: "Marta", family: "Lind"),
        Case(text: "Marta Eva Lind", given: "Marta Eva", family: "Lind"),
        Case(
            text: "Сеитова Айгуль Маратовна", given: "Айгуль", family: "Сеитова",
            patronymic: "Маратовна", order: .familyFirst),
        Case(
            text: "Айгуль Маратовна Сеитова", given: "Айгуль", family: "Сеитова",
            patronymic: "Маратовна", order: .familyFirst),
        Case(
            text: "Seitova Aigul Maratovna", given: "Aigul", family: "Seitova",
            patronymic: "Maratovna"),
        Case(
            text: "Алиев Рауф Мамед оглы", given: "Рауф", family: "Алиев",
            patronymic: "Мамед оглы", order: .familyFirst),
        Case(
            text: "АХМЕТОВА Сауле Алиевна", given: "Сауле", family: "АХМЕТОВА",
            patronymic: "Алиевна", order: .familyFirst),
        Case(text: "Сеитова Айгуль", given: "Айгуль", family: "Сеитова", order: .familyFirst),
        Case(text: "Петрович Иван", given: "Иван", family: "Петрович", order: .familyFirst),
        Case(text: "M. Lind", given: "M.", family: "Lind"),
        Case(text: "O‘RINOVA Feruza", given: "Feruza", family: "O‘RINOVA"),
    ])
    func `a whole name is taken apart`(name: Case) throws {
        let read = try FullName(name.text, order: name.order).name

        #expect(read.given == name.given)
        #expect(read.family == name.family)
        #expect(read.patronymic == name.patronymic)
    }

    @Test(arguments: ["Madonna", "AKHMETOVA", "", "Ms Seitova"])
    func `one word alone is not two names`(text: String) {
        #expect(throws: Problem.self) { try FullName(text, order: .givenFirst) }
    }

    @Test(
        arguments: [
            ("Ms Gulnar Seitova", Gender.female), ("г-н Омаров Арман", .male),
            ("Mme Ani Petrosyan", .female), ("Gulnar Seitova", nil), ("Dr Jon Lind", nil),
        ] as [(String, Gender?)])
    func `a form of address says the gender, the name never does (CSV-9)`(
        text: String, gender: Gender?
    ) throws {
        #expect(try FullName(text, order: .givenFirst).gender == gender)
    }

    @Test(
        arguments: [
            ("Ms", Gender.female), ("Г-жа", .female), ("Dr.", nil), ("Prof. Ms", .female),
            ("M.", .male),
        ] as [(String, Gender?)])
    func `a column of titles says genders`(text: String, gender: Gender?) throws {
        #expect(try Title.gender(text) == gender)
    }
}
