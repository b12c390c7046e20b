import Convene
import ConveneTestSupport
import Testing

@Suite struct OrganisationDeskTests {
    @Test func `an organisation is made when it is first mentioned, and then known`() async throws {
        let world = try await World()

        try await world.person(.grace)
        try await world.person(.alan)

        let organisations = try await world.organisations.list()
        #expect(organisations.map(\.name) == ["Museum of Samples"])
        #expect(organisations.first?.stakeholder == .museum)
    }

    @Test(
        arguments: [
            "Museum of Samples", "MUSEUM  of samples", "Музей образцов", "Musée des exemples", "O1",
            "Museum",
        ])
    func `an organisation is one under all its names`(mention: String) async throws {
        let world = try await World()
        try await world.person(.grace)
        _ = try await world.organisations.edit("O1") {
            $0.otherNames = ["Музей образцов", "Musée des exemples"]
        }

        let found = try await world.organisations.organisation(mention)

        #expect(found.name == "Museum of Samples")
    }

    @Test func `a list that uses another name finds the same organisation`() async throws {
        let world = try await World()
        try await world.person(.grace)
        _ = try await world.organisations.edit("O1") { $0.otherNames = ["Музей образцов"] }
        var draft = PersonDraft.kirill
        draft.organisation = "МУЗЕЙ ОБРАЗЦОВ"

        try await world.person(draft)

        #expect(try await world.organisations.list().count == 1)
    }

    @Test func `a name belongs to one organisation`() async throws {
        let world = try await World()
        try await world.person(.grace)
        try await world.person(.ada)

        await expect(refusal: .organisationExists) {
            try await world.organisations.add(Organisation(name: "museum of samples"))
        }
        await expect(refusal: .organisationExists) {
            try await world.organisations.edit("Ministry of Samples") {
                $0.otherNames = ["Museum of Samples"]
            }
        }
    }

    @Test func `a name that stands twice is kept once`() async throws {
        let world = try await World()

        _ = try await world.organisations.add(
            Organisation(name: "Museum of Samples", otherNames: ["MUSEUM OF SAMPLES", "MoS"]))

        #expect(try await world.organisations.organisation("MoS").otherNames == ["MoS"])
    }

    @Test func `the beginning of several names lists them`() async throws {
        let world = try await World()
        try await world.person(.grace)
        _ = try await world.organisations.add(Organisation(name: "Museum of Examples"))

        let problem = await expect(refusal: .organisationAmbiguous) {
            try await world.organisations.organisation("Museum")
        }

        #expect(problem?.details == ["O2  Museum of Examples", "O1  Museum of Samples"])
    }

    @Test(arguments: ["Ministry", "", "-", "O9"])
    func `what was never mentioned is not found`(mention: String) async throws {
        let world = try await World()
        try await world.person(.grace)

        await expect(refusal: .organisationUnknown) {
            try await world.organisations.organisation(mention)
        }
    }

    @Test func `a dash in place of an organisation is none`() async throws {
        let world = try await World()
        var draft = PersonDraft.edsger
        draft.organisation = " – "

        let person = try await world.person(draft)

        #expect(person.organisation == nil)
    }

    @Test(arguments: ["", "—"])
    func `an organisation needs a name`(name: String) async throws {
        let world = try await World()

        await expect(refusal: .valueInvalid) {
            try await world.organisations.add(Organisation(name: name))
        }
    }
}
