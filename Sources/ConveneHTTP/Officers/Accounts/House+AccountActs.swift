import Convene
import Hummingbird

extension House {
    /// What is done to an account: its password, its codes, its tokens, its end.
    func addAccountActs(to router: some RouterMethods<Visit>) {
        router.post("/office/accounts/:account/password", use: takePassword)
        router.post("/office/accounts/:account/codes", use: takeCodes)
        router.post("/office/accounts/:account/shut", use: takeShutting)
        router.post("/office/accounts/:account/open", use: takeOpening)
        router.post("/office/accounts/:account/tokens", use: takeToken)
        router.post("/office/accounts/:account/tokens/revoke", use: takeRevocation)
    }

    /// The forms of all that can be done to an account beside changing what it is for.
    func accountActs(_ line: AccountLine, _ tokens: [AccessToken], _ words: PageWords)
        -> [FormPage.Act]
    {
        let path = line.account.path
        let good = tokens.filter { $0.isValid(at: office.clock()) }
        var acts: [FormPage.Act] = [
            .init(
                id: "password-form", heading: words["desk.account.set-password"],
                action: path + "/password", button: words["desk.account.set-password"],
                fields: [Self.newPassword(words)]),
            .init(
                id: "codes", heading: words["desk.account.codes"], action: path + "/codes",
                button: words[
                    line.account.codeSecret == nil ? "desk.codes.ask" : "desk.codes.stop"],
                kept: [("asked", line.account.codeSecret == nil ? "yes" : "no")]),
            .init(
                id: "token", heading: words["desk.token.issue"], action: path + "/tokens",
                button: words["desk.token.issue"], fields: tokenFields(words)),
        ]
        if !good.isEmpty {
            acts.append(
                .init(
                    id: "revoke", heading: words["desk.token.revoke"],
                    action: path + "/tokens/revoke", button: words["desk.token.revoke"],
                    fields: [
                        FormField(
                            "token", words["desk.account.tokens"],
                            .menu(good.map { .init(String($0.id.rawValue), $0.label) }),
                            isRequired: true)
                    ], isGrave: true))
        }
        let isShut = line.account.disabledAt != nil
        acts.append(
            .init(
                id: "shut", heading: words[isShut ? "desk.account.let-in" : "desk.account.shut-it"],
                action: path + (isShut ? "/open" : "/shut"),
                button: words[isShut ? "desk.account.let-in" : "desk.account.shut-it"],
                isGrave: !isShut))
        return acts
    }

    /// The field of a password that is set.
    static func newPassword(_ words: PageWords) -> FormField {
        FormField(
            "new-password", words["desk.account.new-password"], .line("password"),
            isRequired: true, hint: words["desk.account.password-hint"],
            autocomplete: "new-password", most: 200)
    }

    private func tokenFields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "label", words["desk.token.label"], .line("text"), isRequired: true,
                hint: words["desk.token.label-hint"]),
            FormField(
                "scope", words["desk.token.scopes"],
                .boxes(words.options(AccessToken.Scope.self, "desk.token.scope")), ["read"]),
            FormField("until", words["desk.token.until"], .line("date")),
        ]
    }

    private func takePassword(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await account(visit)
        do {
            _ = try await office.accountDesk(try visit.actor).setPassword(
                data.raw("new-password"), of: line.account.name)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await accountPage(line, AccountForm(line), visit)
            return show(page, refused: refused, visit)
        }
        return done(line, "password-set", visit)
    }

    private func takeCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await account(visit)
        let secret = try await office.accountDesk(try visit.actor).setCodes(
            data["asked"] == "yes", of: line.account.name)
        guard let secret else { return done(line, "codes-stopped", visit) }
        return shown(secret.text, titled: "desk.codes.title", secret.url, of: line.account, visit)
    }

    private func takeToken(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await account(visit)
        do {
            let scopes = Set(data.all("scope").compactMap { AccessToken.Scope(rawValue: $0) })
            let last = data.has("until") ? Day(data["until"]) : nil
            if data.has("until"), last == nil {
                throw Problem(.dayInvalid, words(visit)["desk.problem.day.invalid"])
            }
            let issued = try await office.accountDesk(try visit.actor).issue(
                data["label"], for: line.account.name, scopes: scopes, until: last)
            return shown(issued.secret, titled: "desk.token.title", "", of: line.account, visit)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await accountPage(line, AccountForm(line), visit)
            return show(page, refused: refused, visit)
        }
    }

    /// A secret, this once.
    private func shown(
        _ secret: String, titled title: String, _ url: String, of account: Account, _ visit: Visit
    ) -> Response {
        let words = words(visit)
        var page = FormPage(
            title: words.text(title, ["name": account.name]), place: .accounts, action: "",
            button: "", fields: [], text: words["desk.secret.once"],
            facts: [(words["desk.secret"], secret), (words["desk.secret.address"], url)],
            back: (visit.to(account.path), account.name))
        page.canDo = false
        return show(page, visit)
    }

    private func takeRevocation(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await account(visit)
        let words = words(visit)
        let desk = office.accountDesk(try visit.actor)
        let tokens = try await desk.tokens(of: line.account.name)
        guard let token = tokens.first(where: { String($0.id.rawValue) == data["token"] }) else {
            throw Problem(.valueInvalid, words["fault.choice"])
        }
        guard data.has("confirmed") else {
            return preview(
                titled: words["desk.token.revoke"], [token.label, words["desk.for-good"]],
                Preview(
                    action: line.account.path + "/tokens/revoke", kept: data.kept(["token"]),
                    back: visit.to(line.account.path), isGrave: true), in: .accounts, visit)
        }
        _ = try await desk.revoke(token.id)
        return done(line, "token-revoked", visit)
    }

    private func takeShutting(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await account(visit)
        let words = words(visit)
        guard data.has("confirmed") else {
            return preview(
                titled: words["desk.account.shut-it"],
                [line.account.name, words["desk.account.shut-effect"]],
                Preview(
                    action: line.account.path + "/shut", back: visit.to(line.account.path),
                    isGrave: true), in: .accounts, visit)
        }
        _ = try await office.accountDesk(try visit.actor).disable(line.account.name)
        return done(line, "saved", visit)
    }

    private func takeOpening(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await form(request, visit)
        let line = try await account(visit)
        _ = try await office.accountDesk(try visit.actor).enable(line.account.name)
        return done(line, "saved", visit)
    }

    private func done(_ line: AccountLine, _ said: String, _ visit: Visit) -> Response {
        Response.redirect(to: visit.to(line.account.path, ["said": said]))
    }
}
