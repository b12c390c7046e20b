import Convene
import ConveneTestSupport

extension World {
    /// Adds a programme with the plan of the case, or of another list.
    @discardableResult
    func plan(of code: Code = .museums, _ sheet: Sheet? = nil) async throws -> ListReport {
        try await programme(code)
        return try await plans.enter(sheet ?? CaseList.plan.sheet(), of: code)
    }

    func activity(_ mention: ActivityMention) async throws -> Activity {
        try await plans.file(mention).line.activity
    }
}

extension ActivityMention {
    /// September to October 2021, three steps.
    static let microscience = ActivityMention("2021-7")
    /// Of 2021, without steps.
    static let visit = ActivityMention("2021-1")
    /// Of 2023, five steps, each with a term of its own.
    static let conference = ActivityMention("2023-9")
}

extension Day {
    /// A day that a test writes, or the first of 1970.
    static func on(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }
}
