/// One field of a form, as the template `fields` shows it.
package struct FormField: Sendable {
    /// The field's name, by which what was filled in comes back.
    package var id: String
    package var label: String
    package var kind: Kind
    /// What was filled in before.
    package var values: [String]
    package var isRequired: Bool
    package var hint: String?
    /// What is wrong with what was filled in.
    package var fault: String?
    /// What a browser may fill in by itself: a token of HTML's autofill.
    package var autocomplete: String?
    /// How many characters it takes at most.
    package var most = 200
    /// What a menu says while nothing is chosen; otherwise it asks to choose.
    package var unchosen: String?
    /// The heading of the fields that begin with this one.
    package var opens: String?

    package enum Kind: Sendable {
        /// One line of text, of a type that HTML knows: `text`, `email`, `date`.
        case line(String)
        case area
        /// A file of some kinds, by their endings.
        case file(String)
        /// One of many, from a menu.
        case menu([Option])
        /// One of few.
        case choice([Option])
        /// Any of few.
        case boxes([Option])

        var isFile: Bool { if case .file = self { true } else { false } }
    }

    package struct Option: Sendable {
        package let code: String
        package let text: String

        package init(_ code: String, _ text: String) {
            self.code = code
            self.text = text
        }
    }

    package init(
        _ id: String, _ label: String, _ kind: Kind = .line("text"), _ values: [String] = [],
        isRequired: Bool = false, hint: String? = nil, autocomplete: String? = nil, most: Int = 200
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.values = values
        self.isRequired = isRequired
        self.hint = hint
        self.autocomplete = autocomplete
        self.most = most
    }

    /// What the template sees.
    package var forTemplate: [String: Any] {
        var fields: [String: Any] = [
            "id": id, "label": label, "required": isRequired, "value": values.last ?? "",
            "most": most,
        ]
        fields["unchosen"] = unchosen ?? false
        fields["opens"] = opens ?? false
        if let hint { fields["hint"] = hint }
        if let fault { fields["fault"] = fault }
        if let autocomplete { fields["autocomplete"] = autocomplete }
        let described = [hint.map { _ in "\(id)-hint" }, fault.map { _ in "\(id)-fault" }]
            .compactMap(\.self)
        if !described.isEmpty { fields["described"] = described.joined(separator: " ") }
        switch kind {
        case .line(let type):
            fields["is-line"] = true
            fields["type"] = type
        case .file(let endings):
            fields["is-file"] = true
            fields["accept"] = endings
        case .area:
            fields["is-area"] = true
        case .menu(let options):
            fields["is-menu"] = true
            fields["options"] = self.options(options)
        case .choice(let options):
            fields["is-choice"] = true
            fields["type"] = "radio"
            fields["options"] = self.options(options)
        case .boxes(let options):
            fields["is-choice"] = true
            fields["type"] = "checkbox"
            fields["options"] = self.options(options)
        }
        return fields
    }

    private func options(_ options: [Option]) -> [[String: Any]] {
        options.map { ["code": $0.code, "text": $0.text, "chosen": values.contains($0.code)] }
    }
}

extension [FormField] {
    /// What a page with a form needs of it: the fields, and above them what is wrong.
    package var forTemplate: [String: Any] {
        let faulty = filter { $0.fault != nil }
        return [
            "fields": map(\.forTemplate), "has-faults": !faulty.isEmpty,
            "faults": faulty.map { ["id": $0.id, "label": $0.label, "text": $0.fault ?? ""] },
        ]
    }
}
