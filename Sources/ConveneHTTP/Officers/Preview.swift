import Convene
import Hummingbird

/// What an act would do, shown before it is done.
struct Preview {
    /// Where the confirmed form goes, and what it brings.
    var action: String
    var kept: [(String, String)] = []
    var back: String
    var grids: [Grid] = []
    var letters: [(to: String, text: String)] = []
    var isGrave = false
    /// Whether there is anything to do.
    var canDo = true
}

extension House {
    /// The page on which an act is looked at before it is done.
    func preview(
        titled title: String, _ effects: [String], _ preview: Preview,
        in place: DeskPlace = .events,
        _ visit: Visit
    ) -> Response {
        let words = words(visit)
        return desk(
            "desk-preview", titled: title, in: place, visit,
            [
                "effects": effects.filter { !$0.isEmpty },
                "grids": preview.grids.filter { !$0.rows.isEmpty }.map(\.forTemplate),
                "has-letters": !preview.letters.isEmpty,
                "letters": preview.letters.enumerated().map { index, letter in
                    ["letter-to": letter.to, "letter": letter.text, "is-first": index == 0]
                },
                "can-do": preview.canDo, "action": preview.action,
                "kept": preview.kept.forTemplate, "is-grave": preview.isGrave,
                "button": words["desk.do-it"], "back": preview.back,
            ])
    }
}
