/// How many seats are taken at the events of one deed, counted once and kept, so that a list of
/// 100,000 rows does not have them counted 100,000 times.
///
/// It lives as long as its deed's transaction, in which nobody else can take a seat.
final class SeatTally {
    private var taken: [Event.ID: Int] = [:]

    /// The seats taken at an event, or nothing where they are to be counted.
    subscript(event: Event.ID) -> Int? {
        get { taken[event] }
        set { taken[event] = newValue }
    }

    func take(at event: Event.ID) { taken[event]? += 1 }
}
