package import Convene

extension Report {
    /// Who was where: a column a session.
    package static func attendance(_ grid: AttendanceGrid) -> Report {
        Report(
            "attendance",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("country", "Country"),
                Column("organisation", "Organisation", place: .whereRoom(1)),
            ]
                + grid.sessions.map {
                    Column("session_\($0.number)", "\($0.number): \($0.day.text)")
                },
            rows: grid.lines.map { line in
                [
                    .text(line.person.id.text), .text(line.person.name.full),
                    Value(code: line.registration.country), .text(line.organisation),
                ] + grid.sessions.map { Value(grid.marks[line.registration.id]?[$0.id]) }
            },
            notes: grid.headCounts.isEmpty
                ? [] : ["Heads counted without names stand apart: “convene stats” shows them."],
            empty: "Nobody is confirmed yet.")
    }

    /// The log of attendance: every mark, who made it, when and how.
    package static func marks(_ lines: [AttendanceLine]) -> Report {
        Report(
            "marks",
            columns: [
                Column("at", "At"), .number("session", "Session"), Column("day", "Day"),
                Column("person", "No."), Column("name", "Name"), Column("mark", "Mark"),
                Column("method", "How", place: .whereRoom(1)), Column("actor", "By"),
                Column("reason", "Reason"),
            ],
            rows: lines.map { line in
                [
                    Value(line.mark.at), .number(line.session.number),
                    .text(line.session.day.text), .text(line.person.id.text),
                    .text(line.person.name.full), .text(line.mark.mark.rawValue),
                    .text(line.mark.method.rawValue), .text(line.mark.actor.name),
                    .text(line.mark.reason),
                ]
            }, empty: "No marks yet.")
    }
}
