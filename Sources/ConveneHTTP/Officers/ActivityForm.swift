import Convene

/// The form by which an activity of a plan is ticked off, given up, or tied to events.
struct ActivityForm {
    private let data: FormData

    init(_ data: FormData) { self.data = data }

    private enum Act: String, CaseIterable {
        case tick, untick, drop
        case takeUp = "take-up"
        case link, unlink
    }

    static func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "plan-act", words["desk.column-act"],
                .menu(words.options(Act.self, "desk.plan-act")), isRequired: true),
            FormField("day", words["desk.day"], .line("date"), hint: words["desk.day-hint"]),
            FormField("reason", words["desk.reason"], .line("text"), most: 500),
            FormField(
                "events", words["desk.events"], .line("text"), hint: words["desk.code-hint"],
                most: 1000),
        ]
    }

    /// - Throws: `value.invalid`; as the desk's acts.
    func carryOut(on activity: ActivityMention, at desk: PlanDesk) async throws {
        switch Act(rawValue: data["plan-act"]) {
        case .tick:
            _ = try await desk.tick(activity, steps, on: data.has("day") ? try day() : nil)
        case .untick: _ = try await desk.untick(activity, steps, reason: data["reason"])
        case .drop:
            _ = try await desk.set(dropped: true, activity, reason: data["reason"])
        case .takeUp:
            _ = try await desk.set(dropped: false, activity, reason: data["reason"])
        case .link: _ = try await desk.link(activity, to: try events())
        case .unlink: _ = try await desk.unlink(activity, from: try events())
        case nil: throw Problem(.valueInvalid, "Choose what is to be done.")
        }
    }

    private var steps: StepChoice {
        let numbers = data.all("step").compactMap { Int($0) }
        return numbers.isEmpty ? .unsaid : .numbers(numbers)
    }

    private func day() throws -> Day {
        guard let day = Day(data["day"]) else {
            throw Problem(.dayInvalid, "A day is written as 2011-10-03.")
        }
        return day
    }

    private func events() throws -> [Code] {
        try data["events"].split(whereSeparator: { $0 == "," || $0 == " " })
            .map { try Code(String($0)) }
    }
}
