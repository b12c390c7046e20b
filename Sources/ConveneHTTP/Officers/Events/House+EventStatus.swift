import Convene
import Hummingbird

extension House {
    /// The life of an event: opened, closed, held, postponed, cancelled.
    func addEventStatus(to router: some RouterMethods<Visit>) {
        router.post("/office/events/:event/status", use: takeStatus)
    }

    /// The fields by which an event is taken to another status.
    func statusFields(_ event: Event, _ words: PageWords) -> [FormField] {
        [
            FormField(
                "status-to", words["desk.column-status"],
                .menu(
                    words.options(Event.Status.self, "desk.status").filter {
                        $0.code != event.status.rawValue
                    }), isRequired: true),
            FormField("status-reason", words["desk.reason"], .line("text"), most: 500),
            FormField(
                "status-quiet", words["desk.telling"],
                .boxes([.init("yes", words["desk.quiet"])])),
        ]
    }

    /// Takes the event to another status, once what follows from it was looked at.
    private func takeStatus(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await form(request, visit)
        let words = words(visit)
        let desk = office.eventDesk(try visit.actor)
        let code = try visit.code()
        guard let status = Event.Status(rawValue: form["status-to"]) else {
            throw Problem(.valueInvalid, words["fault.choice"])
        }
        let telling = !form.has("status-quiet")
        guard form.has("confirmed") else {
            let change = try await desk.preview(code, to: status, telling: telling)
            let kept = ["status-to", "status-reason", "status-quiet"].map { ($0, form[$0]) }
            return preview(
                titled: words["desk.status-preview"],
                [
                    words.text(
                        "desk.status-effect",
                        [
                            "event": change.event.title,
                            "status": words["desk.status.\(status.rawValue)"],
                        ]), words.text("desk.follows.\(status.rawValue)") ?? "",
                    words.text("desk.mails", count: change.mails),
                ],
                Preview(
                    action: change.event.path + "/status", kept: kept.filter { !$0.1.isEmpty },
                    back: visit.to(change.event), isGrave: status == .cancelled), visit)
        }
        let change = try await desk.move(
            code, to: status, reason: form["status-reason"], telling: telling)
        return Response.redirect(
            to: visit.to(change.event, "", ["said": "status", "n": String(change.mails)]))
    }
}
