import Convene
import ConveneTestSupport

extension World {
    /// A register in which every page for officers has something to show, and an admin, olga.
    static func ofTheOffice() async throws -> World {
        let world = try await World()
        try await world.visitor("olga", as: .admin)
        let programme = try await world.programme(
            targets: [
                .init(measure: .events(.regionalTraining), goal: 4),
                .init(measure: .countries, goal: 10), .init(measure: .women, goal: 20),
            ])
        try await world.openEvent(capacity: 2)
        _ = try await world.events.edit(.kyiv) { event in
            event.programme = programme.id
            event.venue = "Hall <2> & 3"
        }
        try await world.ask()
        try await world.register(.ada, .grace, .alan)
        try await world.nominate(.edsger)
        try await world.apply(
            .kirill, Particulars(dietary: "No nuts", visaLetter: true, consents: true))
        try await world.invite(.people([.edsger]))
        try await world.mark(.ada, sessions: [1, 2, 3, 4, 5])
        _ = try await world.outcomes.add("Share <what> works", to: .kyiv, responsible: "Museum")
        try await world.plan(for: programme)
        try await world.likeAda()
        return world
    }

    /// One activity of two steps, which is late.
    private func plan(for programme: Programme) async throws {
        let activity = Activity(
            programme: programme.id, year: 2011, number: 7, title: "Training of trainers",
            term: try Term("March 2011"),
            steps: [.init(title: "Dates agreed"), .init(title: "List formed")])
        try await office.store.write { _ = try $0.insert(activity) }
    }

    /// Somebody who may be Ada, in another spelling.
    private func likeAda() async throws {
        try await person(
            PersonDraft(
                person: Person(
                    name: PersonName(stored: "Ada", family: "Exampel", patronymic: ""),
                    gender: .female, country: Country(code: "KZ"), position: "Curator"),
                organisation: "Ministry of Samples"))
    }
}
