import Convene
import ConveneLetters
import Foundation

/// One event, one guest and one office: the world of these tests.
enum Sample {
    static let link = "https://convene.example.org/i/Zm9vYmFyYmF6cXV4Zm9vYmFy"
    static let now = Date(timeIntervalSince1970: 1_314_867_600)

    static func letterhead(name: String = "Regional Office for Culture") throws -> Letterhead {
        Letterhead(
            from: try EmailAddress("office@example.org"), name: name,
            replyTo: try EmailAddress("answers@example.org"),
            publicURL: "https://convene.example.org")
    }

    static func stationery(folder: String? = nil) throws -> MustacheStationery {
        try MustacheStationery(letterhead: try letterhead(), folder: folder)
    }

    static func person(_ gender: Gender = .female) throws -> Person {
        Person(
            id: Person.ID(1), name: try PersonName(given: "Aigul", family: "Seitova"),
            otherName: try PersonName(
                given: "Айгуль", family: "Сеитова", patronymic: "Маратовна"),
            gender: gender)
    }

    /// The regional training of the real cases, with dates that its source does not give.
    static func event() throws -> Event {
        Event(
            id: Event.ID(1), code: try Code("kyiv-2011-training"), kind: .regionalTraining,
            title: "Role of Museums in Education and Cultural Tourism Development",
            term: try Term("2011-10"), dates: try days("2011-10-03", "2011-10-07"),
            city: "Kyiv", country: Country(code: "UA"), zone: try Zone("Europe/Kyiv"),
            languages: [.russian, .english])
    }

    static func occasion(
        _ purpose: Message.Purpose = .invitation, in languages: [Language] = [.english],
        event: Event? = nil, sessions: [Session] = []
    ) throws -> Occasion {
        Occasion(
            purpose: purpose, person: try person(),
            address: try EmailAddress("aigul@example.org"), event: try event ?? self.event(),
            sessions: sessions,
            organisers: [
                Participation(
                    organisation: Organisation.ID(1), name: "UNESCO Moscow Office",
                    part: .organiser),
                Participation(
                    organisation: Organisation.ID(2), name: "IFESCCO", part: .organiser),
                Participation(organisation: Organisation.ID(3), name: "ICOM", part: .supporter),
            ],
            programme: Programme(
                code: try Code("ram-2"), title: "Role of Museums, second stage"),
            invitation: Invitation(
                registration: Registration.ID(1),
                calendarUID: "0b1c6a0e-5f0a-4b6e-9d0c-1f2e3d4c5b6a", sequence: 2, madeAt: now),
            role: .participant, languages: languages,
            note: "Travel and lodging are paid by the organisers.\nPlease bring your passport.",
            now: now)
    }

    static func message(
        for letter: Letter, to address: String = "aigul@example.org",
        headerID: String = "0b1c6a0e-5f0a@example.org"
    ) throws -> Message {
        Message(
            event: Event.ID(1), person: Person.ID(1), registration: nil, purpose: .invitation,
            revision: 0, address: try EmailAddress(address), headerID: headerID,
            language: letter.language, subject: letter.subject, madeAt: now, dueAt: now)
    }

    static func session(
        _ number: Int, _ day: String, _ starts: String? = nil, _ ends: String? = nil,
        title: String = ""
    ) throws -> Session {
        Session(
            event: Event.ID(1), number: number, title: title, day: try self.day(day),
            starts: starts.flatMap(TimeOfDay.init), ends: ends.flatMap(TimeOfDay.init))
    }

    static func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
        try day(first)...day(last)
    }

    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw CocoaError(.formatting) }
        return day
    }
}

extension MustacheStationery {
    /// Composes and seals in one go; the header and the body apart.
    func mail(_ occasion: Occasion, automatic: Bool = false) throws -> StrictMail {
        let letter = try compose(occasion)
        let message = try Sample.message(for: letter, to: occasion.address.text)
        return try StrictMail(
            seal(letter, as: message, link: Sample.link, automatic: automatic, at: Sample.now))
    }
}
