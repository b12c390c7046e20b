package import struct FoundationEssentials.Date

/// One entry of the attendance log. Entries are added, never changed; the latest of a registration
/// and a session counts.
package struct AttendanceMark: Sendable, Equatable {
    package var registration: Registration.ID
    package var session: Session.ID
    package var mark: Mark
    package var method: Method
    package var actor: Actor
    package var at: Date
    package var reason: String

    package init(
        registration: Registration.ID, session: Session.ID, mark: Mark, method: Method,
        actor: Actor, at: Date, reason: String = ""
    ) {
        self.registration = registration
        self.session = session
        self.mark = mark
        self.method = method
        self.actor = actor
        self.at = at
        self.reason = reason
    }

    /// Where a mark stands in the log: the first, second, … of a registration at a session.
    package struct Place: Sendable, Hashable {
        package var registration: Registration.ID
        package var session: Session.ID
        package var entry: Int

        package init(registration: Registration.ID, session: Session.ID, entry: Int) {
            self.registration = registration
            self.session = session
            self.entry = entry
        }
    }

    package enum Mark: String, Sendable, CaseIterable {
        case present, absent, excused
    }

    /// How the mark was taken.
    package enum Method: String, Sendable, CaseIterable {
        case terminal, sheet, page, scan
    }
}

/// Attendance without names at one session: so many of one country and gender, as far as known.
///
/// Entries are added, never changed; the latest of a session, country and gender counts.
package struct HeadCount: Sendable, Equatable {
    package var session: Session.ID
    package var country: Country?
    package var gender: Gender?
    package var number: Int
    package var actor: Actor
    package var at: Date
    package var note: String

    package init(
        session: Session.ID, country: Country? = nil, gender: Gender? = nil, number: Int,
        actor: Actor, at: Date, note: String = ""
    ) {
        self.session = session
        self.country = country
        self.gender = gender
        self.number = number
        self.actor = actor
        self.at = at
        self.note = note
    }
}
