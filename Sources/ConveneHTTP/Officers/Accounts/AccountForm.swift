import Convene

/// The form of what an account may do, and for what it answers.
struct AccountForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    init(_ line: AccountLine) {
        let account = line.account
        data = FormData([
            "account-role": [account.role.rawValue], "email": [account.email?.text ?? ""],
            "programmes": [line.programmes.map(\.text).joined(separator: ", ")],
            "events": [line.events.map(\.text).joined(separator: ", ")],
            "country": [account.scope.country?.code ?? ""],
        ])
    }

    func fields(_ house: House, _ words: PageWords) -> [FormField] {
        [
            FormField(
                "account-role", words["desk.column-role"],
                .menu(words.options(Account.Role.self, "desk.account.role")),
                data.all("account-role"), isRequired: true),
            FormField("email", words["field-email"], .line("email"), data.all("email"), most: 254),
            FormField(
                "programmes", words["desk.programmes"], .line("text"), data.all("programmes"),
                hint: words["desk.account.scope-hint"], most: 1000),
            FormField(
                "events", words["desk.events"], .line("text"), data.all("events"),
                hint: words["desk.code-hint"], most: 1000),
            FormField(
                "country", words["field-country"],
                .menu(house.countries.lines(in: words.language).map { .init($0.code, $0.name) }),
                data.all("country"), hint: words["desk.account.country-hint"]),
        ]
    }

    /// - Throws: ``FormFaults``.
    func role() throws -> Account.Role {
        guard let role = Account.Role(rawValue: data["account-role"]) else {
            var faults = FormFaults()
            faults.add("choice", to: "account-role")
            throw faults
        }
        return role
    }

    /// - Throws: ``FormFaults``.
    func email() throws -> EmailAddress? {
        guard data.has("email") else { return nil }
        var faults = FormFaults()
        let address = faults.reading("email") { () throws(Problem) in
            try EmailAddress(data["email"])
        }
        guard faults.isEmpty else { throw faults }
        return address
    }

    /// - Throws: `value.invalid`.
    func reach() throws -> AccountReach {
        AccountReach(
            programmes: try codes("programmes"), events: try codes("events"),
            country: Country(code: data["country"]))
    }

    private func codes(_ field: String) throws -> [Code] {
        try data[field].split(whereSeparator: { ",; ".contains($0) }).map { try Code(String($0)) }
    }
}
