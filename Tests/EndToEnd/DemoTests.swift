import Foundation
import Testing

@Suite struct DemoTests {
    @Test func `the demo does the whole job and leaves its files`() async throws {
        let shell = try Shell()

        let text = try await shell.must("convene demo fresh")

        for word in [
            "init", "nominate", "invite", "invitation answer", "attend", "stats", "doctor",
        ] {
            #expect(text.contains("\n$ convene \(word)"), "\(word)")
        }
        for file in [
            "convene.db", "convene.yaml", "mail", "programmes.csv", "nominations-kyiv.csv",
        ] {
            #expect(FileManager.default.fileExists(atPath: shell.path("fresh/\(file)").path))
        }
        let again = try await shell.run("convene demo fresh")
        #expect(again.code == 4)
    }

    @Test func `typed by hand, the same commands give the same figures`() async throws {
        let shell = try Shell()
        let text = try await shell.must("convene demo fresh")
        let typed = text.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map {
            $0.dropFirst(2)
        }
        .filter { !$0.hasPrefix("cd ") }.joined(separator: "\n")

        try await shell.must(
            "mkdir by-hand; cp fresh/*.csv fresh/convene.yaml by-hand; cd by-hand\n\(typed)")

        for figures in ["kyiv-2011-training --by country,gender", "--programme ram-2 --by group"] {
            let ask = "convene stats \(figures) --format json"
            let played = try await shell.must("cd fresh; \(ask)", Self.afterwards)
            let byHand = try await shell.must("cd by-hand; \(ask)", Self.afterwards)
            #expect(played == byHand)
            #expect(played.contains("\"attended\""))
        }
    }

    @Test func `the figures are what one counts by hand in the attendance log`() async throws {
        let shell = try Shell(Self.afterwards)
        try await shell.must("convene demo fresh")
        let here = ["CONVENE_CONFIG": "fresh/convene.yaml", "CONVENE_DATABASE": "fresh/convene.db"]

        let stats = try await shell.json("stats kyiv-2011-training --by country,gender", here)

        let log = try await shell.rows("marks", of: "attendance list kyiv-2011-training", here)
        let list = try await shell.rows(
            "registrations", of: "registration list kyiv-2011-training", here)
        let counted = Count(log: log, registrations: list)
        let rows = try #require(stats["rows"] as? [[String: Any]])
        #expect(counted.attended.values.reduce(0, +) > 30)
        #expect(Count.figures(rows, "attended") == counted.attended)
        #expect(Count.figures(rows, "completed") == counted.completed)
        let total = try #require(stats["total"] as? [String: Any])
        #expect(total["attended"] as? Int == counted.attended.values.reduce(0, +))
        #expect(total["completed"] as? Int == counted.completed.values.reduce(0, +))
    }

    private static let afterwards = ["CONVENE_NOW": "2011-10-10T09:00:00Z"]
}

/// Attendance counted by hand: the latest mark of a person at a session counts, and four of five
/// sessions complete a training.
private struct Count {
    private(set) var attended: [String: Int] = [:]
    private(set) var completed: [String: Int] = [:]

    init(log: [[String: Any]], registrations: [[String: Any]]) {
        var latest: [String: [Int: (at: String, mark: String)]] = [:]
        for mark in log {
            guard let person = mark["person"] as? String, let session = mark["session"] as? Int,
                let at = mark["at"] as? String, let word = mark["mark"] as? String
            else { continue }
            if let known = latest[person]?[session], known.at > at { continue }
            latest[person, default: [:]][session] = (at, word)
        }
        for registration in registrations where registration["standing"] as? String == "confirmed" {
            let marks = latest[registration["person"] as? String ?? ""] ?? [:]
            let present = marks.values.count { $0.mark == "present" }
            let group = Self.group(registration)
            if present > 0 { attended[group, default: 0] += 1 }
            if present >= 4 { completed[group, default: 0] += 1 }
        }
    }

    /// One figure of each row that is not nought.
    static func figures(_ rows: [[String: Any]], _ name: String) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                (row[name] as? Int).flatMap { $0 == 0 ? nil : (group(row), $0) }
            })
    }

    private static func group(_ row: [String: Any]) -> String {
        "\(row["country"] as? String ?? "") \(row["gender"] as? String ?? "")"
    }
}
