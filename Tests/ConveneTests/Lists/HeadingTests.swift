import Testing

@testable import Convene

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Фамилия", PersonField.familyName), ("ИМЯ", .givenName), ("Отчество", .patronymic),
        ("Пол (м/ж)", .gender), ("Страна", .country), ("Эл. почта", .email),
        ("Организация", .organisation), ("Должность", .position), ("Прізвище", .familyName),
        ("Ім’я", .givenName), ("По батькові", .patronymic), ("Країна", .country),
        ("Електронна пошта", .email), ("Nom", .familyName), ("Prénom", .givenName),
        ("PRENOM", .givenName), ("Civilité", .title), ("Pays", .country), ("Courriel", .email),
        ("Fonction", .position), ("given_name", .givenName), ("Given name", .givenName),
        ("E-mail", .email), ("Job  Title", .position), ("Ф.И.О.", .fullNameFamilyFirst),
        ("Full name", .fullName), ("Nom et prénom", .fullNameFamilyFirst),
        ("Type of institution", .stakeholder), ("Язык", .language), ("Роль", .role),
        ("Город", .city), ("City", .city), ("Ville", .city), ("Місто", .city),
    ])
    func `a heading is understood in four languages (CSV-4)`(heading: String, field: PersonField)
        throws
    {
        let others = ["given_name", "family_name"].filter { _ in
            ![.givenName, .familyName, .fullName, .fullNameFamilyFirst].contains(field)
        }
        let beside: [String] =
            switch field {
            case .givenName: ["family_name"]
            case .familyName: ["given_name"]
            default: others
            }

        let columns = try Columns<PersonField>(sheet([heading] + beside))

        #expect(columns.reading.first?.field == field)
    }

    @Test(arguments: ["№", "No.", "№ п/п", "Телефон", "Signature", "Дата рождения"])
    func `a column without a place in the register is left out`(heading: String) throws {
        let columns = try Columns<PersonField>(sheet(["given_name", "family_name", heading]))

        #expect(columns.reading.map(\.field) == [.givenName, .familyName, nil])
    }

    @Test(arguments: [
        ("Contact: E-mail", PersonField.email), ("Контакты: Эл. почта", .email),
        ("Контакты: Телефон", nil), ("Место работы: Должность", .position),
        ("Место работы: Организация", .organisation), ("Organisation: Name", .organisation),
        ("Учреждение: Название", .organisation), ("Organisation: City", .city),
        ("Organisation: Type", .stakeholder), ("In Latin letters: Remarks", .notes),
    ])
    func `a column of a group is understood by both, or by itself`(
        heading: String, field: PersonField?
    ) throws {
        let columns = try Columns<PersonField>(sheet(["given_name", "family_name", heading]))

        #expect(columns.reading.last?.field == field)
    }

    @Test(arguments: ["Organisation: Delegation", "Contact: Person"])
    func `a group says nothing of a column that is not understood`(heading: String) throws {
        let list = sheet(["given_name", "family_name", heading])

        #expect(Columns<PersonField>.unclear(in: list) == [heading])
    }

    @Test func `a single column of names holds whole names`() throws {
        let alone = try Columns<PersonField>(sheet(["Name", "Country"]))
        let russian = try Columns<PersonField>(sheet(["Фамилия", "Страна"]))
        let beside = try Columns<PersonField>(sheet(["Name", "Surname"]))

        #expect(alone.reading.first?.field == .fullName)
        #expect(russian.reading.first?.field == .fullNameFamilyFirst)
        #expect(beside.reading.map(\.field) == [.givenName, .familyName])
    }

    @Test func `what the office adds is understood, and goes before what we say`() throws {
        let words = HeadingWords<PersonField>(adding: [
            "organisation": ["Delegation"], "-": ["T-shirt size"], "notes": ["Group"],
        ])

        let columns = try Columns<PersonField>(
            sheet(["full_name", "DELEGATION", "t-shirt size", "Group"]), words: words)

        #expect(columns.reading.map(\.field) == [.fullName, .organisation, nil, .notes])
    }

    @Test func `what is not understood is named, with what stands in it`() {
        let list = sheet(["Full name", "Делегация", "Size"])

        #expect(Columns<PersonField>.unclear(in: list) == ["Делегация", "Size"])
        #expect(UnclearColumn("Size", in: list) == UnclearColumn("Size", in: list))
        #expect(UnclearColumn("Size", in: list).examples == ["Size of 1"])
    }

    private func sheet(_ headings: [String]) -> Sheet {
        Sheet(
            file: "list.csv", source: .text(.utf8, separator: ","), headings: headings,
            rows: [.init(line: 2, cells: headings.map { "\($0) of 1" })])
    }
}
