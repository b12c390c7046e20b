import Convene

/// How what a list changed is kept in the register's file: JSON, which only undoing the list reads.
enum ImportRecord: Codable {
    case programme(before: ProgrammeRecord?, after: ProgrammeRecord)
    case event(before: EventRecord?, after: EventRecord)
    case activity(before: ActivityRecord?, after: ActivityRecord)
    /// Registration, session and entry of each mark.
    case marks([[Int64]])

    init(_ change: ImportChange) {
        self =
            switch change {
            case .programme(let versions):
                .programme(
                    before: versions.before.map(ProgrammeRecord.init),
                    after: ProgrammeRecord(versions.after))
            case .event(let versions):
                .event(
                    before: versions.before.map(EventRecord.init),
                    after: EventRecord(versions.after))
            case .activity(let versions):
                .activity(
                    before: versions.before.map(ActivityRecord.init),
                    after: ActivityRecord(versions.after))
            case .marks(let places):
                .marks(
                    places.map {
                        [$0.registration.rawValue, $0.session.rawValue, Int64($0.entry)]
                    })
            }
    }

    /// - Throws: `register.corrupt` for what no version of the schema allows.
    var change: ImportChange {
        get throws {
            switch self {
            case .programme(let before, let after):
                .programme(.init(before: try before?.programme, after: try after.programme))
            case .event(let before, let after):
                .event(.init(before: try before?.state, after: try after.state))
            case .activity(let before, let after):
                .activity(.init(before: try before?.activity, after: try after.activity))
            case .marks(let marks):
                .marks(
                    marks.filter { $0.count == 3 }.map {
                        .init(registration: .init($0[0]), session: .init($0[1]), entry: Int($0[2]))
                    })
            }
        }
    }
}

/// - Throws: `register.corrupt` for a text that stands for nothing.
func recorded<Value>(
    _ text: String, _ value: (String) -> Value?
) throws(Problem) -> Value {
    guard let value = value(text) else { throw .registerHolds(text) }
    return value
}
