import Convene
import ConveneReports

extension APIRoute {
    static let programmes: [APIRoute] = [
        .list(
            "/programmes", "programmes.list", "The programmes and their stages.",
            .page("programmes", of: .programmeLine)
        ) { call in
            .list(.programmes(try await call.office.programmeDesk(call.actor).list()))
        },
        .add(
            "/programmes", "programmes.add", "Adds a programme, or a stage of one.",
            takes: .programmeNew, .programme
        ) { call in
            var programme = Programme(
                code: try Code(call.body.text("code") ?? ""), title: call.body.text("title") ?? "")
            try call.body.apply(to: &programme)
            programme.parent = try await call.parent()?.flatMap { $0 }
            let added = try await call.office.programmeDesk(call.actor).add(programme)
            return .made(
                try await call.card(of: added.code),
                at: "/programmes/\(PercentText.encoded(added.code.text))")
        },
        .read(
            "/programmes/{programme}", "programmes.show",
            "A programme with its targets beside its results.", .programme
        ) { call in .thing(try await call.card(of: call.code("programme"))) },
        .change(
            "/programmes/{programme}", "programmes.change", "Changes what is said of a programme.",
            takes: .programmeChange, .programme
        ) { call in
            let desk = call.office.programmeDesk(call.actor)
            let before = try await desk.programme(call.code("programme"))
            if call.seen != nil { try call.check(try await call.card(of: before.code)) }
            let parent = try await call.parent()
            let edited = try await desk.edit(before.code) { programme in
                try call.check(programme, is: before)
                try call.body.apply(to: &programme)
                if let parent { programme.parent = parent }
            }
            return .thing(try await call.card(of: edited.code))
        },
    ]
}

extension APICall {
    fileprivate func card(of code: Code) async throws -> Card {
        Card.programme(
            try await office.figureDesk(actor).results(of: code),
            try await office.eventDesk(actor).list(programme: code),
            try await office.planDesk(actor).list(PlanFilter(programme: code)))
    }

    /// The programme that it is to be a stage of: nothing where the body says nothing, none for null.
    fileprivate func parent() async throws -> Programme.ID?? {
        if body.isCleared("parent") { return .some(nil) }
        guard let code = body.text("parent") else { return nil }
        return try await office.programmeDesk(actor).programme(try Code(code)).id
    }
}

extension Members {
    fileprivate func apply(to programme: inout Programme) throws {
        change("title", &programme.title) { $0 }
        change("agreement", &programme.agreement) { $0 }
        if isCleared("start") { programme.startYear = nil }
        if let year = whole("start") { programme.startYear = year }
        if isCleared("end") { programme.endYear = nil }
        if let year = whole("end") { programme.endYear = year }
        if let countries = texts("countries") {
            programme.countries = try countries.map { try Country.reading($0) }.sorted()
        }
        if let targets = texts("targets") {
            programme.targets = try targets.map { try Programme.Target.reading($0) }
        }
    }
}
