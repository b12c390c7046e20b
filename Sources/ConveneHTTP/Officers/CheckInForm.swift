import Convene

import struct FoundationEssentials.Date

/// Marks as the check-in hands them in: one of a form, or as many as waited in a browser.
struct CheckInForm {
    private let data: FormData
    private let now: Date

    init(_ data: FormData, now: Date) {
        self.data = data
        self.now = now
    }

    /// One mark, with what the browser calls it.
    struct Entry {
        let id: String
        let mark: DoorMark
    }

    /// The marks in the order in which they were taken; what can't be read is left out.
    var entries: [Entry] {
        let queued = data.all("queue").prefix(200).compactMap(queued)
        return queued.isEmpty ? [single].compactMap { $0 } : queued
    }

    /// What was typed into the one field, to be shown again.
    var who: String { data["who"] }

    /// `tick=present P12` of a button beside a name; else the field and the button under it.
    private var single: Entry? {
        let ticked = data["tick"].split(separator: " ", maxSplits: 1)
        let (word, who) =
            ticked.count == 2
            ? (String(ticked[0]), String(ticked[1])) : (data["mark"], data["who"])
        guard let mark = AttendanceMark.Mark(rawValue: word), !who.isEmpty else { return nil }
        return Entry(id: "", mark: DoorMark(mark, PersonMention(who), takenAt: now))
    }

    /// `queue=ID MILLISECONDS present P12`: what waited, with the time at which it was taken;
    /// `present+scan` where a scanner typed it, faster than hands do.
    private func queued(_ text: String) -> Entry? {
        let parts = text.split(separator: " ", maxSplits: 3)
        guard parts.count == 4, let time = Double(parts[1]), time.isFinite,
            let mark = AttendanceMark.Mark(rawValue: String(parts[2].prefix { $0 != "+" }))
        else { return nil }
        return Entry(
            id: String(parts[0].prefix(64)),
            mark: DoorMark(
                mark, PersonMention(String(parts[3].prefix(254))),
                takenAt: Date(timeIntervalSince1970: time / 1000),
                method: parts[2].hasSuffix("+scan") ? .scan : .page))
    }
}
