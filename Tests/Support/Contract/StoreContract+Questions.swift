import Convene
import Testing

extension StoreContract {
    static let questions: [StoreContract] = [
        within("a question comes back whole, and questions come in the order of their numbers") {
            ledger in
            let event = try ledger.insert(try Sample.event())
            var second = Question(event: event, number: 2, kind: .yesNo, wording: "Да?")
            var first = Question(
                event: event, number: 1, kind: .several, wording: "O'Neill; «x»\"",
                choices: ["Bus", "Поезд; 2"], isRequired: true)

            second.id = try ledger.insert(second)
            first.id = try ledger.insert(first)

            #expect(try ledger.questions(of: event) == [first, second])
            #expect(try ledger.questions(of: Event.ID(9)) == [])
        },
        within("an answer is replaced by a later one, taken out, and goes with its question") {
            ledger in
            let gathering = try Gathering(ledger)
            let question = try ledger.insert(
                Question(event: gathering.event, number: 1, kind: .text, wording: "?"))

            for value in ["No", "Yes"] {
                try ledger.set(
                    value, to: question, of: gathering.registration, at: Sample.now)
            }

            #expect(try ledger.answers(of: gathering.registration) == [question: "Yes"])
            #expect(
                try ledger.answers(of: [gathering.registration])
                    == [gathering.registration: [question: "Yes"]])
            #expect(try ledger.countAnswers(to: question) == 1)
            try ledger.set(nil, to: question, of: gathering.registration, at: Sample.now)
            #expect(try ledger.answers(of: gathering.registration) == [:])
            try ledger.set("Yes", to: question, of: gathering.registration, at: Sample.now)
            try ledger.remove(question)
            #expect(try ledger.questions(of: gathering.event) == [])
        },
        within("what somebody needs comes back, and is moved where nothing was said") { ledger in
            let gathering = try Gathering(ledger)
            let other = try ledger.insert(
                Registration(
                    event: gathering.event,
                    person: try ledger.insertSample(try Sample.person("Alan", "Sample")),
                    standing: .confirmed))
            let needs = Needs(
                dietary: "No nuts", access: "A ramp", visaLetter: true, consentAt: Sample.now)
            try ledger.set(Needs(), of: gathering.registration, at: Sample.now)
            try ledger.set(needs, of: gathering.registration, at: Sample.now)

            #expect(try ledger.needs(of: gathering.registration) == needs)
            #expect(
                try ledger.needs(of: [gathering.registration, other])
                    == [gathering.registration: needs])
            #expect(try ledger.hasNeeds(at: gathering.event))
            #expect(try !ledger.hasNeeds(at: Event.ID(9)))
            try ledger.moveSaid(from: gathering.registration, to: other)
            #expect(try ledger.needs(of: [gathering.registration, other]) == [other: needs])
        },
    ]
}
