import Convene
import GRDB

extension SQLiteLedger {
    /// Turns the violation of a constraint that the domain can foresee into its refusal.
    ///
    /// The domain looks before it writes; this is the second lock. The statement that failed has
    /// changed nothing, and the transaction stays as it was.
    func refusing<T>(
        _ code: ResultCode, with problem: @autoclosure () -> Problem, _ body: () throws -> T
    ) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError where error.extendedResultCode == code {
            throw problem()
        }
    }
}

extension Problem {
    static let registrationRepeated = Problem(
        .registrationExists,
        "This person is at this event already: change the registration that there is.")

    static let sessionIsMarked = Problem(
        .sessionMarked,
        "Attendance was taken at this session: it can't be removed any more.")

    static func addressTaken(_ address: EmailAddress) -> Problem {
        Problem(
            .addressTaken,
            "The address \(address) belongs to somebody in the register already: one address leads"
                + " to one person.")
    }
}
