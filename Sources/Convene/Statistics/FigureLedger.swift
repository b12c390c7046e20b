/// The counting, which the engine does where the rows are.
package protocol FigureLedger {
    /// One row for each combination of the dimensions that occurs; one row in all for none.
    ///
    /// `session` tells apart who was present at which session, and is only asked for together with
    /// dimensions that don't depend on it. Keys come without names; the domain names and orders
    /// them. People are different people within each row.
    func figures(_ query: FigureQuery) throws -> [FigureCount]
    /// The head counts that count, of the events in question.
    func headCounts(_ query: FigureQuery) throws -> [(event: Event.ID, count: HeadCount)]
    /// The same flags as the registrations hold, counted anew from the log and the outbox: how
    /// many registrations hold a flag that their event's log or outbox contradicts.
    func flagsToMend() throws -> Int
}

/// One combination of raw keys with its measures.
package struct FigureCount: Sendable, Equatable {
    /// The stored codes, one for each dimension: `KZ`, `female`, an event's number, a year.
    package var keys: [String?]
    package var measures: Measures

    package init(keys: [String?], measures: Measures) {
        self.keys = keys
        self.measures = measures
    }
}
