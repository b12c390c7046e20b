import Convene
import HTTPTypes
package import Hummingbird
import NIOCore

extension House {
    /// A page for people, in the visitor's language.
    ///
    /// Templates see the words as `{{t.key}}`, with hyphens for the dots of their keys, beside what
    /// is handed in and what every page has: `{{title}}`, `{{lang}}`, `{{q}}` to be put behind our
    /// own addresses, and `{{seal}}` for forms.
    package func page(
        _ name: String, titled title: String, _ visit: Visit, _ values: [String: Any] = [:],
        status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        let words = pages.words(in: visit.language)
        var all: [String: Any] = [
            "t": words.forTemplates, "title": title, "lang": visit.language.code,
            "q": visit.languageQuery, "seal": visit.seal.text, "sealed": FormSeal.field,
            "office": officeName ?? words["office"],
            "languages": languageLinks(visit),
        ]
        all.merge(values) { $1 }
        return html(pages.fill(name, all), visit, status: status, headers: headers)
    }

    private func html(
        _ text: String, _ visit: Visit, status: HTTPResponse.Status, headers: HTTPFields
    ) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentLanguage] = visit.language.code
        headers[.vary] = "Accept-Language"
        // Whoever only reads needs no cookie.
        if visit.seal.isNew, text.contains(visit.seal.text) {
            headers.append(
                HTTPField(name: .setCookie, value: visit.seal.cookie(isSecure: visit.isSecure)))
        }
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private var officeName: String? {
        office.letterhead.flatMap { $0.name.isEmpty ? nil : $0.name }
    }

    /// The same page in the other languages, each called by its own name.
    private func languageLinks(_ visit: Visit) -> [[String: Any]] {
        pages.languages.map { language in
            [
                "code": language.code, "name": pages.words(in: language)["language"],
                "is-current": language == visit.language,
            ]
        }
    }
}

extension Visit {
    /// What is put behind addresses of ours so that the language stays that was chosen.
    package var languageQuery: String { chosenLanguage.map { "?lang=\($0.code)" } ?? "" }
}
