import Convene
import ConveneLetters
import HTTPTypes
import Hummingbird

extension House {
    /// The public's pages: the open events, and one event with its entry for calendars.
    func addNotices(to router: Router<Visit>) {
        router.get("/") { _, visit in
            try await shelf.page(visit.key("events"), of: office) { try await eventsPage(visit) }
        }
        router.get("/events/{event}.ics") { _, visit in
            let notice = try await office.noticeBoard.notice(try Code(visit.part("event")))
            return try calendar(of: notice, visit)
        }
        router.get("/events/:event") { _, visit in
            let code = try Code(visit.part("event"))
            return try await shelf.page(visit.key("event \(code)"), of: office) {
                try eventPage(try await office.noticeBoard.notice(code), visit)
            }
        }
    }

    private func eventsPage(_ visit: Visit) async throws -> Response {
        let notices = try await office.noticeBoard.notices()
        let words = pages.words(in: visit.language)
        return page(
            "events", titled: words["events-title"], visit,
            [
                "public": true, "has-events": !notices.isEmpty,
                "events": try notices.map { try line(of: $0, words) },
            ])
    }

    private func line(of notice: Notice, _ words: PageWords) throws -> [String: Any] {
        facts(of: try announcer.announcement(of: notice, in: words.language), notice).merging([
            "name": notice.event.title, "entrance": words.text(of: notice.entrance, notice.event),
        ]) { $1 }
    }

    private func eventPage(_ notice: Notice, _ visit: Visit) throws -> Response {
        let words = pages.words(in: visit.language)
        let announcement = try announcer.announcement(of: notice, in: visit.language)
        var values = facts(of: announcement, notice)
        values["public"] = true
        values["entrance"] = words.text(of: notice.entrance, notice.event)
        values["has-programme"] = !announcement.days.isEmpty
        values["days"] = announcement.days.map { day in
            [
                "day": day.day,
                "sessions": day.sessions.map { ["times": $0.times, "name": $0.title] },
            ]
        }
        values["has-calendar"] = notice.event.dates != nil && office.letterhead != nil
        values.add("zone", announcement.zone.map { words.text("times-zone", ["zone": $0]) })
        values.add("description", notice.event.description)
        values.add("state", words.text("state-\(notice.event.status.rawValue)"))
        values.add("form", notice.entrance.button.map { words[$0] })
        return page("event", titled: notice.event.title, visit, values)
    }

    private func calendar(of notice: Notice, _ visit: Visit) throws -> Response {
        guard let letterhead = office.letterhead,
            let bytes = try announcer.calendar(
                of: notice, under: letterhead, in: visit.language, at: office.clock())
        else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8; method=PUBLISH",
                .contentDisposition: "attachment; filename=\"event.ics\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What the template `facts` shows, and what names the event.
    func facts(of announcement: Announcement, _ notice: Notice) -> [String: Any] {
        var facts: [String: Any] = [
            "path": PercentText.encoded(notice.event.code.text), "kind": announcement.kind,
            "when": announcement.when,
        ]
        facts.add("place", announcement.place)
        facts.add("organisers", announcement.organisers)
        facts.add("supporters", announcement.supporters)
        facts.add("event-languages", announcement.languages)
        facts.add("programme", notice.programme?.title)
        return facts
    }
}

extension [String: Any] {
    /// Adds a text where there is one: a template shows what is there.
    mutating func add(_ key: String, _ text: String?) {
        if let text, !text.isEmpty { self[key] = text }
    }
}

extension Notice.Entrance {
    /// The key of what the button to the form says; nothing where there is no form.
    fileprivate var button: String? {
        switch self {
        case .seat: "button-register"
        case .waitingList: "button-wait"
        case .application: "button-apply"
        case .closed: nil
        }
    }
}

extension PageWords {
    /// What happens to whoever registers now, in a sentence.
    func text(of entrance: Notice.Entrance, _ event: Event) -> String {
        switch entrance {
        case .seat(left: nil): self["entrance-seat"]
        case .seat(let left?): text("entrance-seat-left", count: left)
        case .waitingList: self["entrance-waiting"]
        case .application: self["entrance-application"]
        case .closed:
            event.status == .open && event.admission == .invitation
                ? self["entrance-invitation"] : self["entrance-closed"]
        }
    }
}
