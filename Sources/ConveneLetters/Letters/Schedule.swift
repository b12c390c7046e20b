import Convene
import FoundationEssentials

/// When an event is, in words: its days, the times of its sessions and the zone that they are in.
struct Schedule {
    private let event: Event
    private let listed: [Session]
    private let wording: Wording
    private let hours: TimedDay?
    private let firstStart: Date?
    private let hasOneOffset: Bool

    init(_ event: Event, sessions: [Session], in wording: Wording) {
        self.event = event
        self.wording = wording
        let dates = event.status == .postponed ? nil : event.dates
        let listed = dates == nil ? [] : sessions.sorted { $0.number < $1.number }
        self.listed = listed
        let starts = listed.compactMap { session in
            session.starts.map { event.zone.instant(session.day, $0) }
        }
        firstStart = starts.first
        hasOneOffset = Set(starts.map(event.zone.offset(at:))).count <= 1
        hours = dates.flatMap { $0.lowerBound == $0.upperBound ? TimedDay(listed) : nil }
    }

    /// The agreed days; nothing while there are none, or when they no longer hold.
    var dates: String? {
        event.status == .postponed ? nil : event.dates.map(wording.days)
    }

    /// The agreed days, with the times of a single one; else what is known, and that more will come.
    var when: String {
        if event.status == .postponed { return wording.text("postponed") }
        guard let dates else {
            return event.term.map { wording.text("term", ["term": wording.term($0)]) }
                ?? wording.text("no-term")
        }
        guard let hours, let zone else { return dates }
        return "\(dates), \(wording.times(hours.starts, hours.ends)) (\(zone))"
    }

    /// The zone of the times (MSG-14). Its offset is named here when it is one for all of them.
    var zone: String? {
        guard let firstStart else { return nil }
        return hasOneOffset ? wording.zone(event.zone, at: firstStart) : event.zone.name
    }

    /// The sessions that have a time or a title, a line each, and below them the zone, unless
    /// ``when`` has said it all.
    var sessions: String? {
        let told = listed.filter { $0.starts != nil || !$0.title.onOneLine.isEmpty }
        if told.isEmpty || (hours != nil && told.count == 1 && told[0].title.onOneLine.isEmpty) {
            return nil
        }
        let lines = told.map(line)
        guard hours == nil, let zone else { return lines.joined(separator: "\n") }
        return (lines + [wording.text("times-in", ["zone": zone])]).joined(separator: "\n")
    }

    private func line(_ session: Session) -> String {
        let title = session.title.onOneLine
        let when = [wording.shortDay(session.day), times(of: session)].compactMap(\.self)
            .joined(separator: ", ")
        return title.isEmpty ? when : when + " – " + title
    }

    private func times(of session: Session) -> String? {
        guard let starts = session.starts else { return nil }
        let times = session.ends.map { wording.times(starts, $0) } ?? starts.text
        guard !hasOneOffset else { return times }
        let offset = Wording.offset(of: event.zone, at: event.zone.instant(session.day, starts))
        return "\(times) (\(offset))"
    }
}
