import Convene
import Hummingbird

extension House {
    /// Heads counted at a session: attendance without names.
    func addHeadCounts(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/check-in/:session/count", use: showHeadCount)
        router.post("/office/events/:event/check-in/:session/count", use: takeHeadCount)
    }

    private func showHeadCount(_ request: Request, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        var page = try headCountPage(of: event, FormData(), visit)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    private func takeHeadCount(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        do {
            guard let number = Int(data["heads"]) else {
                var faults = FormFaults()
                faults.add("whole", to: "heads")
                throw faults
            }
            let count = try await office.attendanceSheet(try visit.actor).count(
                number, country: Country(code: data["country"]),
                gender: Gender(rawValue: data["gender"]), at: event.code,
                session: .numbers([try visit.number("session")]), note: data["note"])
            return Response.redirect(
                to: visit.to(
                    event, "/check-in/\(try visit.number("session"))/count",
                    ["said": "counted", "n": String(count.number)]))
        } catch {
            let refused = try FormRefusal(error)
            return show(try headCountPage(of: event, data, visit), refused: refused, visit)
        }
    }

    private func headCountPage(of event: Event, _ data: FormData, _ visit: Visit) throws -> FormPage
    {
        let words = words(visit)
        let session = try visit.number("session")
        return FormPage(
            title: event.title, action: event.path + "/check-in/\(session)/count",
            button: words["me-button"],
            fields: [
                FormField(
                    "heads", words["desk.count"], .line("number"), data.all("heads"),
                    isRequired: true, most: 7),
                .filter(
                    "gender", words["field-gender"], words.options(Gender.self, "desk.gender"),
                    data["gender"], all: words["desk.unknown"]),
                .filter(
                    "country", words["field-country"],
                    countries.lines(in: words.language).map { .init($0.code, $0.name) },
                    data["country"], all: words["desk.unknown"]),
                FormField("note", words["desk.note"], .line("text"), data.all("note"), most: 500),
            ], heading: words["desk.head-count"], text: words["desk.head-count-text"],
            head: eventHead(event, tab: .checkIn, visit),
            back: (
                visit.to(event, "/check-in/\(session)"),
                words.text("desk.session-number", ["n": String(session)])
            ))
    }
}
