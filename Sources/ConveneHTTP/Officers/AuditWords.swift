import Convene
import Foundation

extension PageWords {
    /// What an entry of the audit speaks of.
    func subject(_ subject: AuditEntry.Subject) -> String {
        self["desk.subject.\(subject.kind.rawValue)"] + " \(subject.number)"
    }

    /// What was done, in a word.
    func act(_ act: AuditEntry.Act) -> String {
        text("desk.act.\(act.rawValue)") ?? act.rawValue
    }

    /// What an entry says besides, each with its name: `event: kyiv-2011, capacity: 40`. Of what is
    /// one of a few, the word; all else is as it was written.
    func details(of entry: AuditEntry) -> String {
        let object = try? JSONSerialization.jsonObject(with: Data(entry.details.utf8))
        guard let details = object as? [String: Any] else { return entry.details }
        let first = ["event", "code", "title"]
        let names = details.keys.sorted { left, right in
            let places = [left, right].map { first.firstIndex(of: $0) ?? first.count }
            return (places[0], left) < (places[1], right)
        }
        return names.map { name in
            let value = "\(details[name] ?? "")"
            return "\(text("desk.detail.\(name)") ?? name): \(detail(value, named: name))"
        }.joined(separator: ", ")
    }

    /// Why something was done: in words of ours where the register has done it by itself.
    func reason(_ reason: String) -> String { detail(reason, named: "reason") }

    private func detail(_ value: String, named name: String) -> String {
        let key: String? =
            switch name {
            case "gender": "desk.gender.\(value)"
            case "mode": "desk.event.mode.\(value)"
            case "admission": "desk.admission.\(value)"
            case "purpose": "desk.purpose.\(value)"
            case "answer": "desk.answer.\(value)"
            case "mark": "mark.\(value)"
            case "role": "desk.account.role.\(value)"
            case "from", "standing": "desk.standing.\(value)"
            case "status": "desk.status.\(value)"
            case "reason": "desk.cause.\(value.replacing(" ", with: "-"))"
            default: nil
            }
        return key.flatMap { text($0) } ?? value
    }
}
