package import Convene
package import FoundationEssentials

/// Tells the public of events in the words that letters use, and as an entry for calendars.
package struct Announcer: Sendable {
    private let cabinet: TemplateCabinet

    /// - Parameter folder: the office's own templates, whose words come before ours.
    /// - Throws: `template.faulty`, `setting.invalid`.
    package init(folder: String? = nil) throws(Problem) {
        cabinet = try TemplateCabinet(own: try folder.map(TemplateFolder.init(path:)) ?? .init())
    }

    /// - Throws: `template.faulty`.
    package func announcement(of notice: Notice, in language: Language) throws(Problem)
        -> Announcement
    {
        let wording = try cabinet.shelf(for: .invitation, in: [language]).wording
        let event = notice.event
        let schedule = Schedule(event, sessions: notice.sessions, in: wording)
        return Announcement(
            kind: wording.kind(event.kind), when: schedule.when, place: wording.place(of: event),
            zone: schedule.zone,
            organisers: wording.names([.organiser, .coOrganiser, .host], in: notice.organisers),
            supporters: wording.names([.supporter, .funder], in: notice.organisers),
            languages: wording.list(event.languages.map(wording.name(of:))),
            days: event.status == .postponed ? [] : wording.programme(notice.sessions))
    }

    /// A role, in the language's words.
    package func role(_ role: Role, in language: Language) throws(Problem) -> String {
        try cabinet.shelf(for: .invitation, in: [language]).wording.role(role)
    }

    /// A kind of event, in the language's words.
    package func kind(_ kind: Event.Kind, in language: Language) throws(Problem) -> String {
        try cabinet.shelf(for: .invitation, in: [language]).wording.kind(kind)
    }

    /// A day in words.
    package func day(_ day: Day, in language: Language) throws(Problem) -> String {
        try cabinet.shelf(for: .invitation, in: [language]).wording.day(day)
    }

    /// The event as a file for calendars that asks nobody for an answer (ICS-12); nothing while it
    /// has no dates.
    ///
    /// - Throws: `template.faulty`; ``LetterFault`` where the entry would be incomplete.
    package func calendar(
        of notice: Notice, under letterhead: Letterhead, in language: Language, at now: Date
    ) throws -> [UInt8]? {
        let event = notice.event
        guard let span = CalendarSpan(event, sessions: notice.sessions) else { return nil }
        let wording = try cabinet.shelf(for: .invitation, in: [language]).wording
        let entry = CalendarEntry(
            method: .publish,
            identity: .init(uid: notice.calendarUID, sequence: 0, stamp: now), span: span,
            organiser: .init(name: letterhead.name, address: letterhead.replyTo),
            summary: event.title.onOneLine, description: event.description,
            location: wording.place(of: event).onOneLine,
            url: "\(letterhead.publicURL)/events/\(event.code.text.percentEncoded)",
            status: event.status == .cancelled ? "CANCELLED" : "CONFIRMED")
        return CalendarText.folded(Array(try entry.text().utf8))
    }
}

extension Wording {
    /// Venue, city and country; for an event that is online, that; for one that is both, both.
    func place(of event: Event) -> String {
        let place = [event.venue, event.city, event.country?.name(in: language) ?? ""]
            .map(\.onOneLine).filter { !$0.isEmpty }.joined(separator: ", ")
        return switch event.mode {
        case .inPerson: place
        case .online: text("online")
        case .hybrid: place.isEmpty ? text("online") : text("hybrid", ["place": place])
        }
    }

    /// The organisations that take these parts, as a list.
    func names(_ parts: [Organisation.Part], in participations: [Participation]) -> String {
        list(
            parts.flatMap { part in
                participations.filter { $0.part == part }.map(\.name.onOneLine)
            })
    }

    /// The sessions by day, those without time or title left out.
    fileprivate func programme(_ sessions: [Session]) -> [Announcement.ProgrammeDay] {
        let told = sessions.filter { $0.starts != nil || !$0.title.onOneLine.isEmpty }
        return Dictionary(grouping: told, by: \.day).sorted { $0.key < $1.key }
            .map { day, sessions in
                Announcement.ProgrammeDay(
                    day: self.day(day),
                    sessions: sessions.sorted { $0.number < $1.number }.map { session in
                        .init(times: times(of: session), title: session.title.onOneLine)
                    })
            }
    }

    private func times(of session: Session) -> String {
        guard let starts = session.starts else { return "" }
        return session.ends.map { times(starts, $0) } ?? starts.text
    }
}

extension String {
    /// The text as one part of a path (RFC 3986 §2.1).
    fileprivate var percentEncoded: String {
        utf8.map { octet in
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
                || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(octet)
            return isPlain
                ? String(Unicode.Scalar(octet)) : "%" + String(octet, radix: 16, uppercase: true)
        }.joined()
    }
}
