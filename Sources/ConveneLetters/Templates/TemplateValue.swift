import Mustache

/// What a field says: text that is put in as it is, and a section that asks whether it is there.
struct TemplateValue: MustacheCustomRenderable, MustacheParent, Sendable {
    let renderText: String

    init(_ text: String) { renderText = text }

    var isNull: Bool { false }

    /// A section does not narrow what its template may speak of.
    func child(named: String) -> Any? { nil }
}
