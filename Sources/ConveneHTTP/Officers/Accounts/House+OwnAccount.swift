import Convene
import Hummingbird

extension House {
    /// What somebody changes of their own account: the password, and the second factor.
    func addOwnAccount(to router: some RouterMethods<Visit>) {
        router.get("/office/me", use: showOwnAccount)
        router.post("/office/me", use: takeOwnPassword)
        router.post("/office/me/codes", use: takeOwnCodes)
        router.post("/office/me/codes/stop", use: stopOwnCodes)
    }

    private func showOwnAccount(_ request: Request, _ visit: Visit) async throws -> Response {
        var page = try ownPage(visit, secret: nil)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    /// - Parameter secret: that of codes which are to be proved, where one was shown before.
    private func ownPage(_ visit: Visit, secret: String?) throws -> FormPage {
        let words = words(visit)
        let officer = try visit.signedIn()
        var page = FormPage(
            title: words["desk.me"], action: "/office/me",
            button: words["desk.account.set-password"],
            fields: [Self.present("present", words), Self.newPassword(words)],
            heading: words["desk.account.set-password"], text: words["desk.me.password-text"],
            facts: [
                (words["desk.column-name"], officer.account.name),
                (
                    words["desk.column-role"],
                    words["desk.account.role.\(officer.account.role.rawValue)"]
                ), (words["field-email"], officer.account.email?.text ?? ""),
                (
                    words["desk.account.codes"],
                    words[officer.account.codeSecret == nil ? "no" : "yes"]
                ),
            ])
        page.place = nil
        page.more = [
            officer.account.codeSecret == nil
                ? asking(secret ?? office.ownDesk(officer).newCodes().text, officer, words)
                : .init(
                    id: "codes", heading: words["desk.codes.stop"],
                    action: "/office/me/codes/stop", button: words["desk.codes.stop"],
                    fields: [Self.present("present-for-codes", words)])
        ]
        return page
    }

    /// The form with a new secret, which holds once a code of it was typed.
    private func asking(_ secret: String, _ officer: SignedIn, _ words: PageWords) -> FormPage.Act {
        .init(
            id: "codes", heading: words["desk.codes.ask"], action: "/office/me/codes",
            button: words["desk.codes.ask"],
            fields: [
                FormField(
                    "proof", words["sign-in-code"], .line("text"), isRequired: true,
                    hint: words.text("desk.codes.hint", ["secret": secret]),
                    autocomplete: "one-time-code", most: 20),
                Self.present("present-for-codes", words),
            ], kept: [("secret", secret)])
    }

    private static func present(_ id: String, _ words: PageWords) -> FormField {
        FormField(
            id, words["desk.me.present-password"], .line("password"), isRequired: true,
            autocomplete: "current-password", most: 1000)
    }

    private func takeOwnPassword(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        do {
            try await office.ownDesk(try visit.signedIn()).setPassword(
                data.raw("new-password"), knowing: data.raw("present"))
        } catch {
            return show(try ownPage(visit, secret: nil), refused: try FormRefusal(error), visit)
        }
        // Every browser is out, this one too.
        return Response.redirect(to: visit.to(House.door))
    }

    private func takeOwnCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        do {
            try await office.ownDesk(try visit.signedIn()).setCodes(
                data["secret"], proving: data["proof"], knowing: data.raw("present-for-codes"))
        } catch {
            let refused = try FormRefusal(error)
            return show(try ownPage(visit, secret: data["secret"]), refused: refused, visit)
        }
        return Response.redirect(to: visit.to("/office/me", ["said": "codes-asked"]))
    }

    private func stopOwnCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        do {
            try await office.ownDesk(try visit.signedIn()).stopCodes(
                knowing: data.raw("present-for-codes"))
        } catch {
            return show(try ownPage(visit, secret: nil), refused: try FormRefusal(error), visit)
        }
        return Response.redirect(to: visit.to("/office/me", ["said": "codes-stopped"]))
    }
}
