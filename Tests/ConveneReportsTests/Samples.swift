import Convene

@testable import ConveneReports

extension Report {
    /// Three invented people, with names in several scripts.
    static let people = Report(
        "people",
        columns: [
            .number("number", "No."), Column("name", "Name"), Column("country", "Country"),
            .number("events", "Events"), .number("rate", "Rate"),
            Column("languages", "Languages", place: .whereRoom(1)),
            Column("confirmed", "Confirmed"), Column("public", "Public", place: .programs),
        ],
        rows: [
            [
                1, "Айгуль Сеитова", .named("Kazakhstan", "KZ"), 4, .ratio(1),
                .list(["kk", "ru"]), true, "a1",
            ],
            [
                2, "山田 花子", .named("Japan", "JP"), 12, .ratio(0.5), .list(["ja"]), false,
                "b2",
            ],
            [3, "Zoë d’Arc | <b>", .nothing, 0, .ratio(nil), .list([]), false, "c3"],
        ],
        total: [
            .nothing, .nothing, .nothing, 16, .ratio(2.0 / 3), .nothing, .nothing, .nothing,
        ],
        notes: ["1 person has no country."], empty: "No people yet.")
}

extension Card {
    static let event = Card(
        title: "kyiv-2011-training",
        fields: [
            Field("code", "Code", "kyiv-2011-training"),
            Field(
                "term", "Term",
                .named(
                    "2nd quarter 2011",
                    .record([
                        "text": "2nd quarter 2011", "from": "2011-04-01", "to": "2011-06-30",
                    ]))),
            Field("seats", "Seats", 40),
            Field("venue", "Venue", .nothing),
        ],
        lists: [
            Report(
                "sessions", title: "Sessions",
                columns: [.number("number", "No."), Column("date", "Date")],
                rows: [[1, "2011-04-11"], [2, "2011-04-12"]], empty: "No sessions yet.")
        ],
        notes: ["Nobody has been invited yet."])
}

extension Report {
    /// A list of one column of text.
    static func texts(_ texts: [String]) -> Report {
        Report(
            "texts", columns: [Column("text", "Text")], rows: texts.map { [.text($0)] },
            empty: "No texts.")
    }
}

/// What somebody might put into a name to harm the reader of a list.
let hostileTexts = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", "＝1+1", "＋1",
    "－1", "＠x", "'=1", "''=1", "'", "a;=1+1", "a,-1", "a|=1", "say \"=1\"", "\"=1\"",
    "x\r\n=1", "x\n-item", "\"\u{301},=1", "a\"\"b", " =1", " leading", "trailing ", "", "a,b;c",
    "line\r\nbreak", "+254 700 000000", "−5", "-5", "-5,5", "-5.5", "Айгуль", "山田",
]
