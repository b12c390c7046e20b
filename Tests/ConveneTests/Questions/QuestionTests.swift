import Convene
import ConveneTestSupport
import Testing

@Suite struct QuestionTests {
    private static let kept: [(Question.Kind, [String], String?)] = [
        (.text, [" No nuts\u{7} "], "No nuts"), (.text, ["", " "], nil),
        (.number, ["12"], "12"), (.number, ["1 200,5"], "1200.5"), (.number, ["-3"], "-3"),
        (.date, ["2011-10-02"], "2011-10-02"), (.choice, ["Train"], "Train"),
        (.several, ["Train", "Bus", "Train"], "Bus\nTrain"), (.several, [], nil),
        (.yesNo, ["no"], "no"),
    ]

    @Test(arguments: kept)
    func `an answer is kept in one form`(kind: Question.Kind, given: [String], kept: String?) throws
    {
        let question = Question(
            event: Event.ID(1), number: 1, kind: kind, wording: "?", choices: ["Bus", "Train"])

        #expect(try question.reading(given) == kept)
    }

    @Test(arguments: [
        (Question.Kind.number, "twelve"), (.number, "1.2.3"), (.number, "0x10"), (.number, "inf"),
        (.date, "2.10.2011"), (.date, "2011-02-30"), (.choice, "Camel"), (.several, "Camel"),
        (.yesNo, "maybe"), (.text, String(repeating: "a", count: 5000)),
    ])
    func `an answer that can't be read is refused`(kind: Question.Kind, given: String) {
        let question = Question(
            event: Event.ID(1), number: 1, kind: kind, wording: "?", choices: ["Bus", "Train"])

        let problem = #expect(throws: Problem.self) { try question.reading([given]) }
        #expect(problem?.code == .answerInvalid)
    }

    @Test func `questions are numbered anew when one goes`() async throws {
        let world = try await World()
        try await world.event()
        for wording in ["First?", "Second?", "Third?"] {
            _ = try await world.questions.add(.text, wording, to: .kyiv)
        }

        let left = try await world.questions.remove(2, from: .kyiv)

        #expect(left.map(\.wording) == ["First?", "Third?"])
        #expect(left.map(\.number) == [1, 2])
        #expect(try await world.questions.list(.kyiv) == left)
    }

    @Test func `a question goes with its answers where that is said`() async throws {
        let world = try await World()
        try await world.openEvent()
        let questions = try await world.ask()
        try await world.apply(
            .ada, Particulars(consents: true, answers: [questions[0].id: ["Bus"]]))

        let left = try await world.questions.remove(1, from: .kyiv, withAnswers: true)

        #expect(left == [])
        #expect(try await world.registrations.said(.kyiv).answers == [:])
    }
}
