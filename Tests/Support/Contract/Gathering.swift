import Convene
import Testing

/// The smallest world that attendance can be taken in: an event of two sessions, one registration.
struct Gathering {
    let event: Event.ID
    let sessions: [Session.ID]
    let person: Person.ID
    let registration: Registration.ID

    init(_ ledger: any Ledger, standing: Standing = .confirmed) throws {
        let event = try ledger.insert(try Sample.event())
        self.event = event
        sessions = try ["2011-10-03", "2011-10-04"].enumerated().map { number, day in
            try ledger.insert(
                Session(event: event, number: number + 1, day: try Sample.day(day)))
        }
        person = try ledger.insertSample(try Sample.person("Ada", "Sample"))
        registration = try ledger.insert(
            Registration(event: event, person: person, standing: standing))
    }

    func mark(
        _ mark: AttendanceMark.Mark, at session: Int = 0, minute: Int = 0, reason: String = ""
    ) -> AttendanceMark {
        AttendanceMark(
            registration: registration, session: sessions[session], mark: mark, method: .sheet,
            actor: Sample.officer, at: Sample.minutes(minute), reason: reason)
    }
}

extension Error {
    /// Whether this is the refusal with that code.
    func isProblem(_ code: Problem.Code) -> Bool { (self as? Problem)?.code == code }
}
