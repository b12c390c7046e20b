import Convene
import ConveneBootstrap
import HTTPTypes
import Hummingbird

extension House {
    /// The door of the officers' pages: signing in and out.
    func addSignIn(to router: some RouterMethods<Visit>) {
        router.get("/office/sign-in") { request, visit in
            signInPage(next: request.uri.queryParameters.get("next") ?? "", visit)
        }
        router.post("/office/sign-in") { request, visit in
            try await signIn(try await form(request, visit), visit)
        }
        router.post("/office/sign-out") { request, visit in
            _ = try await form(request, visit)
            if let secret = SessionCookie.secret(in: request, isSecure: visit.isSecure) {
                try await office.gate.signOut(session: secret)
            }
            var response = Response.redirect(to: visit.to(House.door))
            response.headers.append(SessionCookie.gone(isSecure: visit.isSecure))
            return response
        }
    }

    private func signIn(_ form: FormData, _ visit: Visit) async throws -> Response {
        do {
            let secret = try await office.gate.signIn(
                form["name"], password: form.raw("password"),
                code: form.has("code") ? form["code"] : nil)
            var response = Response.redirect(to: visit.to(Self.place(after: form["next"])))
            response.headers.append(SessionCookie.kept(secret, isSecure: visit.isSecure))
            // Whoever had put a seal into this browser before can't use it on the officer's forms.
            let seal = FormSeal(text: Chance.system.hex(16), isNew: true)
            response.headers.append(
                HTTPField(name: .setCookie, value: seal.cookie(isSecure: visit.isSecure)))
            return response
        } catch let problem as Problem where problem.code == .gateRefused {
            return signInPage(next: form["next"], refused: problem, visit)
        }
    }

    private func signInPage(next: String, refused: Problem? = nil, _ visit: Visit) -> Response {
        let words = words(visit)
        var values: [String: Any] = ["next": Self.place(after: next)]
        values.add("refused", refused.map(words.text(of:)))
        return page(
            "sign-in", titled: words["sign-in-title"], visit, values,
            status: refused == nil ? .ok : .unprocessableContent)
    }

    /// Where an officer wanted to go: a page of ours, whatever the address says.
    private static func place(after wish: String) -> String {
        let isOurs =
            (wish == "/office" || wish.hasPrefix("/office/")) && wish != door
            && wish.utf8.allSatisfy { octet in
                Character(Unicode.Scalar(octet)).isASCII
                    && (Character(Unicode.Scalar(octet)).isLetter
                        || Character(Unicode.Scalar(octet)).isNumber
                        || "/-._~%".utf8.contains(octet))
            }
        return isOurs ? wish : "/office"
    }
}
