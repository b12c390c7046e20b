extension PlanList.Row {
    /// The activity as the list says, with what is done as it is known.
    ///
    /// A step keeps its tick under the same words, wherever in the list they stand now; under other
    /// words it would be another step that looks done.
    ///
    /// - Returns: the activity, and the titles of steps that are done and not in the list, which
    ///   stay at its end.
    func listed(over known: Activity) -> (Activity, kept: [String]) {
        var listed = known
        listed.title = activity.title
        if saysTerm { listed.term = activity.term }
        guard saysSteps else { return (listed, []) }
        var rest = known.steps
        listed.steps = activity.steps.map { step in
            guard let place = rest.firstIndex(where: { $0.key == step.key }) else { return step }
            var kept = step
            kept.done = rest.remove(at: place).done
            return kept
        }
        let kept = rest.filter { $0.done != nil }
        listed.steps += kept
        return (listed, kept.map(\.title))
    }

    /// That the term lies in another year than the activity, which may be a slip or may be meant.
    var termOutside: String? {
        guard let term = activity.term,
            term.last.year < activity.year || term.first.year > activity.year
        else { return nil }
        return "Line \(line): \(activity.code) has a term outside its year, \(term.text)."
    }

    /// The activity as understood, for the preview.
    var sketch: String {
        let term = activity.term.map { "\($0.text) (\($0.first.text) to \($0.last.text))" }
        let steps = activity.steps.isEmpty ? nil : "steps: \(activity.steps.count)"
        return [activity.code, activity.title, term, steps].compactMap { $0 }
            .joined(separator: ", ")
    }
}

extension Activity {
    /// What a list changes of an activity, in a few words each.
    func changes(from before: Activity) -> [String] {
        var changes: [String] = []
        if title != before.title { changes.append("title “\(before.title)” → “\(title)”") }
        if term != before.term { changes.append("term \(before.term.words) → \(term.words)") }
        let (now, then) = (steps.map(\.key), before.steps.map(\.key))
        changes += steps.filter { !then.contains($0.key) }.map { "new step “\($0.title)”" }
        changes += before.steps.filter { !now.contains($0.key) }.map { "without “\($0.title)”" }
        for step in steps {
            guard let old = before.steps.first(where: { $0.key == step.key }) else { continue }
            if step.term != old.term {
                changes.append("“\(step.title)” \(old.term.words) → \(step.term.words)")
            } else if step.title != old.title {
                changes.append("step “\(old.title)” → “\(step.title)”")
            }
        }
        if changes.isEmpty, steps != before.steps { changes.append("steps in another order") }
        return changes
    }
}

extension Term? {
    fileprivate var words: String { map(\.text) ?? "none" }
}
