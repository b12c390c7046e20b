import Convene
import Hummingbird

extension House {
    /// The accounts of the service, for whoever keeps them.
    func addAccounts(to router: some RouterMethods<Visit>) {
        router.get("/office/accounts", use: showAccounts)
        router.get("/office/new/account", use: showNewAccount)
        router.post("/office/new/account", use: takeNewAccount)
        router.get("/office/accounts/:account", use: showAccount)
        router.post("/office/accounts/:account", use: takeAccount)
    }

    private func showAccounts(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let lines = try await office.accountDesk(try visit.actor).list()
        var page = FormPage(
            title: words["desk.accounts"], place: .accounts, action: "", button: "", fields: [],
            grids: [accountGrid(lines, words, visit)])
        page.canDo = false
        page.link = (visit.to("/office/new/account"), words["desk.account.new"])
        return show(page, visit)
    }

    private func accountGrid(_ lines: [AccountLine], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "accounts", words["desk.accounts"],
            columns: [
                words["desk.column-name"], words["desk.column-role"],
                words["desk.account.answers-for"], words["desk.state"],
            ], none: words["desk.none"],
            rows: lines.map { line in
                Grid.Row([
                    .init(
                        line.account.name, link: visit.to(line.account.path),
                        note: line.account.email?.text ?? ""),
                    .init(words["desk.account.role.\(line.account.role.rawValue)"]),
                    .init(words.scope(of: line)), .init(words.state(of: line)),
                ])
            })
    }

    private func showNewAccount(_ request: Request, _ visit: Visit) async throws -> Response {
        // Whoever may not add one is not shown the form.
        _ = try await office.accountDesk(try visit.actor).list()
        return show(newAccountPage(AccountForm(FormData()), visit), visit)
    }

    private func takeNewAccount(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = AccountForm(try await form(request, visit))
        do {
            let (role, email, reach) = (try form.role(), try form.email(), try form.reach())
            let line = try await office.accountDesk(try visit.actor).add(
                form.data["account-name"], as: role, email: email, answeringFor: reach)
            return Response.redirect(
                to: visit.to(line.account.path, ["said": "account-added"]))
        } catch {
            return show(newAccountPage(form, visit), refused: try FormRefusal(error), visit)
        }
    }

    private func newAccountPage(_ form: AccountForm, _ visit: Visit) -> FormPage {
        let words = words(visit)
        let name = FormField(
            "account-name", words["desk.column-name"], .line("text"),
            form.data.all("account-name"), isRequired: true,
            hint: words["desk.account.name-hint"], most: 60)
        return FormPage(
            title: words["desk.account.new"], place: .accounts, action: "/office/new/account",
            button: words["desk.account.add"], fields: [name] + form.fields(self, words),
            back: (visit.to("/office/accounts"), words["desk.accounts"]))
    }

    private func showAccount(_ request: Request, _ visit: Visit) async throws -> Response {
        let line = try await account(visit)
        var page = try await accountPage(line, AccountForm(line), visit)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    private func takeAccount(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = AccountForm(try await form(request, visit))
        let line = try await account(visit)
        do {
            let (role, email, reach) = (try form.role(), try form.email(), try form.reach())
            _ = try await office.accountDesk(try visit.actor).edit(
                line.account.name, role: role, email: email, answeringFor: reach)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await accountPage(line, form, visit)
            return show(page, refused: refused, visit)
        }
        return Response.redirect(to: visit.to(line.account.path, ["said": "saved"]))
    }

    /// The account in the path.
    ///
    /// - Throws: `account.unknown`, `access.denied`.
    func account(_ visit: Visit) async throws -> AccountLine {
        try await office.accountDesk(try visit.actor).account(try visit.part("account"))
    }

    /// The page of an account, with all that can be done to it.
    func accountPage(_ line: AccountLine, _ form: AccountForm, _ visit: Visit) async throws
        -> FormPage
    {
        let words = words(visit)
        let name = line.account.name
        let tokens = try await office.accountDesk(try visit.actor).tokens(of: name)
        return FormPage(
            title: name, place: .accounts, action: line.account.path, button: words["me-button"],
            fields: form.fields(self, words), heading: words["desk.account.change"],
            facts: [
                (words["desk.state"], words.state(of: line)),
                (words["desk.made"], line.account.createdAt.minute() + " UTC"),
                (
                    words["desk.account.password"],
                    words[line.account.passwordHash == nil ? "desk.account.no-password" : "yes"]
                ),
                (
                    words["desk.account.codes"],
                    words[line.account.codeSecret == nil ? "no" : "yes"]
                ),
            ], grids: [tokenGrid(tokens, words)],
            back: (visit.to("/office/accounts"), words["desk.accounts"]),
            more: accountActs(line, tokens, words))
    }

    private func tokenGrid(_ tokens: [AccessToken], _ words: PageWords) -> Grid {
        Grid(
            "tokens", words["desk.account.tokens"],
            columns: [
                words["desk.token.label"], words["desk.column-number"], words["desk.token.scopes"],
                words["desk.made"], words["desk.token.until"], words["desk.state"],
            ], none: words["desk.account.no-tokens"],
            rows: tokens.map { token in
                Grid.Row(
                    token.label, String(token.id.rawValue),
                    token.scopes.map { words["desk.token.scope.\($0.rawValue)"] }.sorted()
                        .joined(separator: ", "), token.createdAt.minute(),
                    token.expiresAt?.minute() ?? "",
                    words[
                        token.isValid(at: office.clock()) ? "desk.token.good" : "desk.token.ended"]
                )
            })
    }
}

extension Account {
    var path: String { "/office/accounts/\(PercentText.encoded(name))" }
}

extension PageWords {
    /// What an account answers for, in a few words.
    fileprivate func scope(of line: AccountLine) -> String {
        let parts =
            (line.programmes + line.events).map(\.text)
            + [line.account.scope.country?.name(in: language)].compactMap { $0 }
        return parts.isEmpty ? self["desk.account.everything"] : parts.joined(separator: ", ")
    }

    /// Whether an account is open.
    func state(of line: AccountLine) -> String {
        if line.account.disabledAt != nil { return self["desk.account.shut"] }
        return self[line.lockedUntil == nil ? "desk.account.open" : "desk.account.locked"]
    }
}
