/// What somebody is at an event.
package enum Role: String, Sendable, CaseIterable {
    case participant, trainer, expert, facilitator, speaker, observer, organiser, interpreter

    /// Whether a confirmed registration in this role takes one of the event's seats.
    ///
    /// Seats are for those who come to take part; those who run the event come on top of them.
    package var takesSeat: Bool {
        switch self {
        case .participant, .expert, .speaker, .observer: true
        case .trainer, .facilitator, .organiser, .interpreter: false
        }
    }

    package static let seated = allCases.filter(\.takesSeat)
}
