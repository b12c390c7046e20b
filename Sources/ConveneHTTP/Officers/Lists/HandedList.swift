import Convene
import ConveneBootstrap

/// A list that an officer has handed in, and what it is to become.
struct HandedList: Sendable {
    let target: Target
    let sheet: Sheet
    /// Headings that the office has added to those that are understood.
    let headings: [String: [String]]
    var role = Role.participant
    /// What is said of columns: the field, or `-` to leave one out.
    var map: [String: String] = [:]
    /// Who the people of lines are that are probably in the register; nothing for somebody new.
    var answers: [Int: Person.ID?] = [:]

    enum Target: Sendable {
        case people, events, programmes
        case plan(Code?)
        case entries(Code, RegistrationDesk.Entry)
    }

    /// Reads the bytes of a file as a list of this kind.
    ///
    /// - Throws: `list.unreadable`, `list.empty`.
    init(_ file: HandedIn.File, as target: Target, headings: [String: [String]]) throws {
        let sense: Sheet.HeadingSense =
            switch target {
            case .people, .entries: HeadingWords<PersonField>(adding: headings).know
            case .events: HeadingWords<EventField>().know
            case .programmes: HeadingWords<ProgrammeField>().know
            case .plan: HeadingWords<PlanField>().know
            }
        sheet = try Lists.read(bytes: file.bytes, file: file.name, sense: sense)
        self.target = target
        self.headings = headings
    }

    /// What its columns can be.
    var fields: [String] {
        switch target {
        case .people, .entries: PersonField.allCases.map(\.rawValue)
        case .events: EventField.allCases.map(\.rawValue)
        case .programmes: ProgrammeField.allCases.map(\.rawValue)
        case .plan: PlanField.allCases.map(\.rawValue)
        }
    }

    /// The columns that nobody has explained yet.
    func unclear(_ office: Office, _ actor: Actor) async throws -> [UnclearColumn] {
        let desk = office.importDesk(actor)
        switch target {
        case .people, .entries:
            return try await desk.unclear(
                in: sheet, of: PersonField.self, map: map,
                words: HeadingWords<PersonField>(adding: headings))
        case .events: return try await desk.unclear(in: sheet, of: EventField.self, map: map)
        case .programmes:
            return try await desk.unclear(in: sheet, of: ProgrammeField.self, map: map)
        case .plan: return try await desk.unclear(in: sheet, of: PlanField.self, map: map)
        }
    }

    /// What it would bring, without bringing it.
    ///
    /// - Throws: `list.headings`, `event.status`, `plan.programme`.
    func preview(_ office: Office, _ actor: Actor) async throws -> ListReport {
        switch target {
        case .people: return try await office.personDesk(actor).preview(sheet, options)
        case .entries(let event, let entry):
            return try await office.registrationDesk(actor).preview(
                sheet, at: event, as: entry, options)
        case .events: return try await office.eventDesk(actor).preview(sheet, map: map)
        case .programmes: return try await office.programmeDesk(actor).preview(sheet, map: map)
        case .plan(let programme):
            return try await office.planDesk(actor).preview(sheet, of: programme, map: map)
        }
    }

    /// Brings it in, whole or not at all.
    ///
    /// - Throws: as ``preview(_:_:)``; `list.faults`.
    func enter(_ office: Office, _ actor: Actor) async throws -> ListReport {
        switch target {
        case .people: return try await office.personDesk(actor).enter(sheet, options)
        case .entries(let event, let entry):
            return try await office.registrationDesk(actor).enter(
                sheet, at: event, as: entry, options)
        case .events: return try await office.eventDesk(actor).enter(sheet, map: map)
        case .programmes: return try await office.programmeDesk(actor).enter(sheet, map: map)
        case .plan(let programme):
            return try await office.planDesk(actor).enter(sheet, of: programme, map: map)
        }
    }

    private var options: ListOptions {
        ListOptions(map: map, headings: headings, onProbable: .ask, role: role, answers: answers)
    }
}
