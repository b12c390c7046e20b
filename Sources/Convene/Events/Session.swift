/// A dated part of an event at which attendance is taken; one per day unless split.
package struct Session: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Session>

    package var id: ID
    package var event: Event.ID
    /// 1, 2, 3 … in the order of days and times; people name a session by it.
    package var number: Int
    package var title: String
    package var day: Day
    package var starts: TimeOfDay?
    package var ends: TimeOfDay?
    /// Whether it counts for completion; a site visit may not.
    package var counts: Bool

    package init(
        id: ID = ID(0), event: Event.ID, number: Int, title: String = "", day: Day,
        starts: TimeOfDay? = nil, ends: TimeOfDay? = nil, counts: Bool = true
    ) {
        self.id = id
        self.event = event
        self.number = number
        self.title = title
        self.day = day
        self.starts = starts
        self.ends = ends
        self.counts = counts
    }
}
