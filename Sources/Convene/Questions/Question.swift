/// What the organiser of an event asks everybody who registers, in words of their own.
package struct Question: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Question>

    package var id: ID
    package var event: Event.ID
    /// 1, 2, 3 … in the order in which they are asked.
    package var number: Int
    package var kind: Kind
    package var wording: String
    /// What can be chosen; empty for the kinds without choices.
    package var choices: [String]
    package var isRequired: Bool

    package init(
        id: ID = ID(0), event: Event.ID, number: Int, kind: Kind, wording: String,
        choices: [String] = [], isRequired: Bool = false
    ) {
        self.id = id
        self.event = event
        self.number = number
        self.kind = kind
        self.wording = wording
        self.choices = choices
        self.isRequired = isRequired
    }

    package enum Kind: String, Sendable, CaseIterable {
        case text, number, date
        /// One of some.
        case choice
        /// Any of some.
        case several
        case yesNo = "yes-no"

        package var hasChoices: Bool {
            switch self {
            case .choice, .several: true
            case .text, .number, .date, .yesNo: false
            }
        }
    }
}

/// What somebody said to a question, as the register keeps it: numbers with a point, days as
/// `2011-10-03`, `yes` or `no`, several choices one a line.
package struct QuestionAnswer: Sendable, Equatable {
    package var question: Question
    package var value: String

    package init(question: Question, value: String) {
        self.question = question
        self.value = value
    }

    /// On one line, for tables.
    package var text: String {
        value.split(separator: "\n").joined(separator: question.kind == .several ? "; " : " ")
    }
}
