import Convene
import HTTPTypes
import Hummingbird

extension House {
    /// The form by which people register by themselves, and the page after it.
    func addRegistration(to router: Router<Visit>) {
        router.get("/events/:event/register") { _, visit in
            let notice = try await openNotice(visit)
            return registrationPage(notice, FormData(), FormFaults(), visit)
        }
        router.post("/events/:event/register") { request, visit in
            let form = try await form(request, visit)
            let notice = try await openNotice(visit)
            var faults = FormFaults()
            let draft = PersonForm(form).draft(&faults)
            let particulars = ParticularsForm(form, notice.questions).particulars(&faults)
            guard let draft, faults.isEmpty else {
                return registrationPage(notice, form, faults, visit)
            }
            let entrance = try await office.registrationDesk(.publicPage).take(
                Application(draft: draft, particulars: particulars), at: notice.event.code)
            return Response.redirect(
                to: "/events/\(PercentText.encoded(notice.event.code.text))/registered"
                    + visit.query(["as": entrance.word]))
        }
        router.get("/events/:event/registered") { request, visit in
            let notice = try await office.noticeBoard.notice(try Code(visit.part("event")))
            return registeredPage(notice, request.uri.queryParameters.get("as") ?? "", visit)
        }
    }

    /// - Throws: `admission.closed`.
    private func openNotice(_ visit: Visit) async throws -> Notice {
        try await office.noticeBoard.openNotice(try Code(visit.part("event")))
    }

    private func registrationPage(
        _ notice: Notice, _ form: FormData, _ faults: FormFaults, _ visit: Visit
    ) -> Response {
        let words = pages.words(in: visit.language)
        let fields =
            PersonForm(form).fields(words, self, withAddress: true)
            + ParticularsForm(form, notice.questions).fields(words)
        let isApplication = notice.entrance == .application
        let values: [String: Any] = [
            "path": PercentText.encoded(notice.event.code.text), "name": notice.event.title,
            "entrance": words.text(of: notice.entrance, notice.event),
            "consent-text": words["consent-text"],
            "button": words[isApplication ? "button-apply" : "button-register"],
        ]
        return page(
            "register", titled: words[isApplication ? "apply-title" : "register-title"], visit,
            values.merging(faults.marked(fields, in: words).forTemplate) { $1 },
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func registeredPage(_ notice: Notice, _ word: String, _ visit: Visit) -> Response {
        let words = pages.words(in: visit.language)
        return page(
            "registered", titled: words["registered-title"], visit,
            [
                "text": words.text("registered-\(word)") ?? words["registered-title"],
                "path": PercentText.encoded(notice.event.code.text), "name": notice.event.title,
            ])
    }
}

extension Actor {
    /// Whoever registers by themselves.
    static let publicPage = Actor(kind: .link, name: "public page")
}

extension Notice.Entrance {
    /// How the page after the form is told what to say; nothing of the person is in it.
    fileprivate var word: String {
        switch self {
        case .seat: "seat"
        case .waitingList, .closed: "waiting"
        case .application: "application"
        }
    }
}

extension Visit {
    /// A query that keeps the language that was chosen.
    func query(_ items: KeyValuePairs<String, String>) -> String {
        let language = chosenLanguage.map { ["lang=\($0.code)"] } ?? []
        let all = items.map { "\($0)=\(PercentText.encoded($1))" } + language
        return all.isEmpty ? "" : "?" + all.joined(separator: "&")
    }
}
