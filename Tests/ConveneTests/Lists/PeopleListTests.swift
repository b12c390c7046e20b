import Convene
import ConveneTestSupport
import Testing

@Suite struct PeopleListTests {
    @Test func `the nominees of Kyiv are 40 from 10 countries, 21 women and 19 men`() async throws {
        let world = try await World()
        try await world.event()
        let sheet = try CaseList.nominations.sheet()

        let report = try await world.registrations.enter(
            sheet, at: .kyiv, as: .nominated, ListOptions())

        #expect([report.rows, report.new, report.known, report.probable] == [40, 40, 0, 0])
        let list = try await world.registrations.list(.kyiv).map(\.registration)
        #expect(list.count { $0.standing == .nominated } == 40)
        #expect(Set(list.map(\.country)).count == 10)
        #expect(list.count { $0.gender == .female } == 21)
        #expect(list.count { $0.gender == .male } == 19)
    }

    @Test func `the preview says the same and writes nothing`() async throws {
        let world = try await World()
        try await world.event()
        let entries = try await world.audit.verify()

        let report = try await world.registrations.preview(
            CaseList.nominations.sheet(), at: .kyiv, as: .nominated, ListOptions())

        #expect(report.new == 40)
        #expect(report.faults.isEmpty)
        #expect(
            report.sample.first?.hasPrefix("family name Petrosyan, given name Hayk, male, AM")
                == true)
        #expect(try await world.people.list(country: nil).isEmpty)
        #expect(try await world.audit.verify() == entries)
    }

    @Test func `the same file twice changes nothing`() async throws {
        let world = try await World()
        try await world.event()
        let sheet = try CaseList.nominations.sheet()
        _ = try await world.registrations.enter(sheet, at: .kyiv, as: .nominated, ListOptions())
        let entries = try await world.audit.verify()

        let again = try await world.registrations.enter(
            sheet, at: .kyiv, as: .nominated, ListOptions())

        #expect(again.unchanged == 40)
        #expect(again.new == 0)
        #expect(again.notes.count == 1)
        #expect(try await world.registrations.list(.kyiv).count == 40)
        #expect(try await world.audit.verify() == entries)
    }

    @Test func `the same people from a file that was saved again are known`() async throws {
        let world = try await World()
        try await world.event()
        var sheet = try CaseList.nominations.sheet()
        _ = try await world.registrations.enter(sheet, at: .kyiv, as: .nominated, ListOptions())
        sheet.rows.reverse()

        let again = try await world.registrations.enter(
            sheet, at: .kyiv, as: .nominated, ListOptions())

        #expect([again.new, again.known, again.unchanged] == [0, 40, 40])
        #expect(try await world.people.list(country: nil).count == 40)
    }

    @Test
    func `all seven faults stand in one report with their lines, and nothing is written (CSV-8)`()
        async throws
    {
        let world = try await World()
        try await world.event()
        let sheet = try CaseList.broken.sheet()

        let report = try await world.registrations.preview(
            sheet, at: .kyiv, as: .nominated, ListOptions())
        let problem = await expect(refusal: .listFaults) {
            try await world.registrations.enter(sheet, at: .kyiv, as: .nominated, ListOptions())
        }

        #expect(report.faults.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
        #expect(
            report.faults.map(\.column) == [
                "family_name", "country", "email", "gender", "email", nil, "given_name",
            ])
        #expect(report.faults[1].value == "Atlantis")
        #expect(problem?.details.count == 7)
        #expect(problem?.details[4].contains("line 2") == true)
        #expect(try await world.people.list(country: nil).isEmpty)
        #expect(try await world.registrations.list(.kyiv).isEmpty)
    }

    @Test func `what can't be seen doesn't reach the report`() async throws {
        let world = try await World()

        let report = try await world.people.preview(
            .reading("given_name,family_name,role\nAda,Example,\u{1B}[2Jking\n"), ListOptions())

        let line = try #require(report.faults.first).text
        #expect(line.hasPrefix("line 2, role: “"))
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func `an unknown heading is named, together with all others`() async throws {
        let world = try await World()
        let sheet = try Sheet.reading("given_name,Surname,Shoe size,Hat\nAda,Example,38,56\n")

        let problem = await expect(refusal: .listHeadings) {
            try await world.people.enter(sheet, ListOptions())
        }

        #expect(problem?.details.count == 2)
        #expect(problem?.details.first?.contains("“Shoe size”") == true)
    }

    @Test func `the user may say what a column is, and leave one out`() async throws {
        let world = try await World()
        let sheet = try Sheet.reading("Prénom,family_name,Shoe size\nAda,Example,38\n")

        let report = try await world.people.enter(
            sheet, ListOptions(map: ["prénom": "given_name", "Shoe Size": "-"]))

        #expect(report.new == 1)
        #expect(report.columns.map(\.field) == ["given_name", "family_name", nil])
    }

    @Test(
        arguments: [
            ["Hat": "notes"], ["family_name": "shoe_size"], ["family_name": "given_name"],
            ["family_name": "-"],
        ])
    func `what the user says has to make sense`(map: [String: String]) async throws {
        let world = try await World()
        let sheet = try Sheet.reading("given_name,family_name\nAda,Example\n")

        await expect(refusal: .listHeadings) {
            try await world.people.enter(sheet, ListOptions(map: map))
        }
    }

    @Test(arguments: OnProbable.allCases)
    func `who is probably known is known or new as the user says`(onProbable: OnProbable)
        async throws
    {
        let world = try await World()
        try await world.person(.kirill)
        let sheet = try Sheet.reading(
            "given_name,family_name,gender,country\nKirill,Primerov,male,KZ\n")

        let report = try await world.people.enter(sheet, ListOptions(onProbable: onProbable))

        #expect([report.new, report.known, report.probable] == [0, 0, 1])
        #expect(report.notes.first?.contains("P1") == true)
        let people = try await world.people.list(country: nil)
        #expect(people.count == (onProbable == .known ? 1 : 2))
    }

    @Test func `a list onto a full event fills the waiting list in its order`() async throws {
        let world = try await World()
        try await world.event(capacity: 10)

        _ = try await world.registrations.enter(
            CaseList.nominations.sheet(), at: .kyiv, as: .registered, ListOptions())
        let report = try await world.move(
            PersonMention("hayk.petrosyan@example.org"), to: .withdrawn)

        #expect(report.movedUp.map { $0.person.address?.text } == ["hanna.novik@example.org"])
    }

    @Test(arguments: [Event.Status.closed, .cancelled])
    func `an event that takes nobody takes no list`(status: Event.Status) async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.events.move(.kyiv, to: status, reason: "")

        await expect(refusal: .eventStatus) {
            try await world.registrations.enter(
                CaseList.nominations.sheet(), at: .kyiv, as: .registered, ListOptions())
        }
    }

    @Test func `what the list says of somebody known stands on the registration`() async throws {
        let world = try await World()
        try await world.event()
        try await world.person(.ada)
        let sheet = try Sheet.reading(
            "given_name,family_name,country,email,organisation\n"
                + "Ada,Example,UA,ada@example.org,Museum of Samples\n")

        _ = try await world.registrations.enter(sheet, at: .kyiv, as: .registered, ListOptions())

        let line = try #require(try await world.registrations.list(.kyiv).first)
        #expect(line.registration.country == Country(code: "UA"))
        #expect(line.organisation == "Museum of Samples")
        #expect(line.person.country == Country(code: "KZ"))
    }

    @Test func `of the Russian list one is known, two are probably known and nine are new`()
        async throws
    {
        let world = try await World()
        try await world.event()
        _ = try await world.registrations.enter(
            CaseList.nominations.sheet(), at: .kyiv, as: .nominated, ListOptions())

        let report = try await world.registrations.preview(
            .reading(Self.russian), at: .kyiv, as: .nominated, ListOptions())

        #expect([report.rows, report.known, report.probable, report.new] == [12, 1, 2, 9])
        #expect(report.probables.map(\.line) == [2, 9])
        #expect(
            report.probables.map { $0.proposals.map(\.candidate.name.full) }
                == [["Dmitry Yershov"], ["Arman Akhmetov"]])
        #expect(report.notes.first?.contains("the same name in the other script") == true)
    }

    @Test func `who is probably somebody is whom one answers`() async throws {
        let world = try await World()
        try await world.person(.kirill)
        try await world.person(.ada)
        let sheet = try Sheet.reading(
            "given_name,family_name,gender,country\nKirill,Primerov,male,KZ\n"
                + "Ada,Example,female,KZ\n")

        _ = try await world.people.enter(
            sheet, ListOptions(onProbable: .ask, answers: [2: Person.ID(1), 3: nil]))

        let people = try await world.people.list(country: nil).map(\.person.name.full)
        #expect(people.sorted() == ["Ada Example", "Ada Example", "Кирилл Примеров"])
    }

    /// The list of cases in UTF-8, with the field names of the import format.
    private static let russian = """
        given_name,family_name,patronymic,gender,country,organisation,email
        Дмитрий,Ершов,Алиевич,male,РФ,Министерство культуры,dmitry.yershov@example.net
        Ани,Петросян,Сергеевна,female,Армения,Институт искусств,ani.petrosyan@example.org
        Михаил,Щукин,Сергеевич,male,РФ,Национальный комитет ИКОМ,mikhail.shchukin@example.org
        Бакыт,Беков,Маратович,male,Киргизия,Институт искусств,bakyt.bekov@example.org
        Андрій,Бондаренко,Алиевич,male,Украина,Национальный комитет ИКОМ,andrii.bondarenko@example.org
        Гульнар,Жаксыбекова,Сергеевна,female,Казахстан,Национальная художественная галерея,gulnar.zhaksybekova@example.org
        Фируза,Шарипова,Ивановна,female,Таджикистан,Государственный исторический музей,firuza.sharipova@example.org
        Арман,Ахметов,Сергеевич,male,Казахстан,Национальная художественная галерея,arman.akhmetov@example.net
        Шерзод,Уринов,Маратович,male,Узбекистан,Институт искусств,sherzod.orinov@example.org
        Алена,Жук,Ивановна,female,Республика Беларусь,Министерство культуры,alena.zhuk@example.org
        Айк,Петросян,Маратович,male,Армения,Национальный комитет ИКОМ,hayk.petrosyan@example.org
        Елена,Кузнецова,Ивановна,female,РФ,Институт искусств,elena.kuznetsova@example.org
        """
}
