/// What the public is told of an event, in words of one language.
package struct Announcement: Sendable, Equatable {
    package var kind: String
    /// The dates, with the times of a single day and their zone; or what is known of them.
    package var when: String
    package var place: String
    /// The zone of the programme's times, where there are any.
    package var zone: String?
    package var organisers: String
    package var supporters: String
    package var languages: String
    package var days: [ProgrammeDay]

    /// One day of the programme.
    package struct ProgrammeDay: Sendable, Equatable {
        package var day: String
        package var sessions: [ProgrammeSession]
    }

    package struct ProgrammeSession: Sendable, Equatable {
        /// `09:00–12:30`; empty where the times are not known.
        package var times: String
        package var title: String
    }
}
