import Convene
import ConveneLetters
import Hummingbird

extension House {
    /// Certificates: anybody verifies one by its number, its holder opens it by a secret link.
    func addCertificates(to router: Router<Visit>) {
        router.get("/certificates") { request, visit in
            guard let number = request.uri.queryParameters.get("number"), !number.isEmpty else {
                return certificatesPage(visit)
            }
            let path = PercentText.encoded(String(number.prefix(40)))
            return Response.redirect(to: "/certificates/\(path)\(visit.languageQuery)")
        }
        router.get("/certificates/:number") { _, visit in
            let file = try await office.certificateDesk.verify(number: try visit.part("number"))
            return try certificatePage(file, isHolder: false, visit)
        }
        router.get("/certificate/:token") { _, visit in
            let file = try await office.certificateDesk.open(token: try visit.part("token"))
            return try certificatePage(file, isHolder: true, visit)
        }
    }

    private func certificatesPage(_ visit: Visit) -> Response {
        var values: [String: Any] = [:]
        values.add("lang-field", visit.chosenLanguage?.code)
        return page(
            "certificates", titled: pages.words(in: visit.language)["certificates-title"], visit,
            values)
    }

    private func certificatePage(_ file: CertificateFile, isHolder: Bool, _ visit: Visit) throws
        -> Response
    {
        let words = pages.words(in: visit.language)
        let announcement = try announcer.announcement(
            of: Notice(
                event: file.event, programme: nil, sessions: [], organisers: file.organisers,
                questions: [], entrance: .closed, calendarUID: ""),
            in: visit.language)
        var values: [String: Any] = [
            "text": words["certificate-valid"], "holder": file.person.name.full,
            "event-name": file.event.title, "when": announcement.when,
            "role": try announcer.role(file.role, in: visit.language),
            "number": file.certificate.number,
        ]
        values.add("place", announcement.place)
        values.add("organisers", announcement.organisers)
        values.add(
            "verify",
            isHolder
                ? words.text("certificate-verify", ["address": "\(publicURL)/certificates"]) : nil)
        return page("certificate", titled: words["certificate-title"], visit, values)
    }
}
