import Convene
import Hummingbird

/// A page of the officers' with a form, and what else is done on it by forms of its own.
struct FormPage {
    var title: String
    var place: DeskPlace? = .events
    /// Where the form goes.
    var action: String
    var button: String
    var fields: [FormField]
    var heading = ""
    var text = ""
    var facts: [(String, String)] = []
    var grids: [Grid] = []
    var kept: [(String, String)] = []
    /// What stands at the head of it, as of an event's pages.
    var head: [String: Any] = [:]
    /// Where it leads back to, with its name.
    var back: (way: String, name: String)?
    /// What can be had beside it, such as a file.
    var link: (way: String, name: String)?
    /// Whether a file is handed in with it.
    var takesFile = false
    /// Whether there is a form at all, for whoever looks.
    var canDo = true
    var more: [Act] = []
    var said: String?

    /// One thing more that can be done on the page.
    struct Act {
        let id: String
        var heading: String
        var action: String
        var button: String
        var fields: [FormField] = []
        var kept: [(String, String)] = []
        var isGrave = false
    }
}

/// Why a form was not carried out, as far as that can be put right in the form.
struct FormRefusal {
    var faults = FormFaults()
    var problem: Problem?

    init() {}

    /// - Throws: the error itself where the form can't help it: what is not there, or not allowed.
    init(_ error: any Error) throws {
        switch error {
        case let found as FormFaults: faults = found
        case let refusal as Problem
        where refusal.kind != .notFound && refusal.code != .accessDenied:
            problem = refusal
        default: throw error
        }
    }

    var isEmpty: Bool { faults.isEmpty && problem == nil }
}

extension House {
    /// A page with a form; where it was refused, with why and what was filled in.
    func show(_ page: FormPage, refused: FormRefusal = FormRefusal(), _ visit: Visit) -> Response {
        let words = words(visit)
        var values = page.head
        values["action"] = page.action
        values["button"] = page.button
        values["kept"] = page.kept.forTemplate
        values["facts"] = page.facts.facts
        values["has-facts"] = !page.facts.facts.isEmpty
        values["grids"] = page.grids.map(\.forTemplate)
        values["takes-file"] = page.takesFile
        values["is-shut"] = !page.canDo
        values["more"] = page.more.map(\.forTemplate)
        values["details"] = refused.problem?.details ?? []
        values.add("refused", refused.problem.map(words.text(of:)))
        values.add("heading", page.heading.isEmpty ? nil : page.heading)
        values.add("text", page.text.isEmpty ? nil : page.text)
        values.add("back-way", page.back?.way)
        values.add("back-name", page.back?.name)
        values.add("link-way", page.link?.way)
        values.add("link-name", page.link?.name)
        values.add("said", page.said)
        values.merge(refused.faults.marked(page.fields, in: words).forTemplate) { $1 }
        return desk(
            "desk-form", titled: page.title, in: page.place, visit, values,
            status: refused.isEmpty ? .ok : .unprocessableContent)
    }
}

extension FormPage.Act {
    fileprivate var forTemplate: [String: Any] {
        [
            "act-id": id, "act-heading": heading, "act-action": action, "act-button": button,
            "act-grave": isGrave, "act-kept": kept.forTemplate, "act-fields": fields.forTemplate,
            "act-takes-file": fields.contains { $0.kind.isFile },
        ]
    }
}

extension FormData {
    /// What was filled in, to be handed on with a form that confirms it.
    func kept(_ names: [String]) -> [(String, String)] {
        names.flatMap { name in all(name).map { (name, $0) } }.filter { !$0.1.isEmpty }
    }
}
