/// The attendance log, with names and without.
package protocol AttendanceLedger {
    /// Adds an entry to the log.
    ///
    /// - Returns: where it stands there.
    @discardableResult func append(_ mark: AttendanceMark) throws -> AttendanceMark.Place
    /// Where the latest mark of a registration at a session stands.
    func latestPlace(of registration: Registration.ID, at session: Session.ID) throws
        -> AttendanceMark.Place?
    /// The latest mark of a registration at each session that it was marked at.
    func latestMarks(of registration: Registration.ID) throws -> [Session.ID: AttendanceMark.Mark]
    /// The latest marks of all registrations at the sessions of one event.
    func latestMarks(at event: Event.ID) throws
        -> [Registration.ID: [Session.ID: AttendanceMark.Mark]]
    /// The whole log of an event, or of one of its sessions, in the order of its entries.
    func marks(at event: Event.ID, session: Session.ID?) throws -> [AttendanceMark]
    /// Whether anybody was marked, or heads were counted, at a session.
    func isMarked(_ session: Session.ID) throws -> Bool

    func append(_ count: HeadCount) throws
    /// The counts that count: the latest of each session, country and gender, of one event.
    func latestHeadCounts(at event: Event.ID) throws -> [HeadCount]
}
