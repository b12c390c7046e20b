import Convene
import ConveneTestSupport

extension RefusalCase {
    static let applications = [
        RefusalCase(.admissionClosed) { world in
            try await world.event()
            try await world.apply(.ada)
        },
        RefusalCase(.consentMissing) { world in
            try await world.openEvent()
            try await world.apply(.ada, Particulars())
        },
        RefusalCase(.questionUnknown) { world in
            try await world.event()
            _ = try await world.questions.remove(2, from: .kyiv)
        },
        RefusalCase(.questionChoices) { world in
            try await world.event()
            _ = try await world.questions.add(.choice, "Bus or train?", to: .kyiv)
        },
        RefusalCase(.questionAnswered) { world in
            try await world.openEvent()
            let questions = try await world.ask()
            try await world.apply(
                .ada, Particulars(consents: true, answers: [questions[0].id: ["Bus"]]))
            _ = try await world.questions.remove(1, from: .kyiv)
        },
        RefusalCase(.answerMissing) { world in
            try await world.openEvent()
            try await world.ask(isRequired: true)
            try await world.apply(.ada)
        },
        RefusalCase(.answerInvalid) { world in
            try await world.openEvent()
            let questions = try await world.ask()
            try await world.apply(
                .ada, Particulars(consents: true, answers: [questions[0].id: ["Camel"]]))
        },
    ]
}
