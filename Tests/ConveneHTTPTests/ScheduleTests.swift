import Convene
import ConveneBootstrap
import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneHTTP

@Suite struct ScheduleTests {
    @Test func `in a day and a night each task is done as often as is set`() async throws {
        let settings = try await Settings(environment: [
            "CONVENE_MAILBOX_URL": "imaps://imap.example.org", "CONVENE_MAILBOX_MINUTES": "5",
            "CONVENE_BACKUP_FOLDER": "backups", "CONVENE_BACKUP_HOUR": "2",
            "CONVENE_RETENTION_YEARS": "5",
        ])
        var schedule = Schedule(ScheduleTask.all(settings), from: WorldClock.start)
        var counts: [String: Int] = [:]
        var times: [Int] = []

        for minute in 1...24 * 60 {
            let now = WorldClock.start.addingTimeInterval(Double(minute) * 60)
            for task in schedule.due(at: now) {
                counts[task.name, default: 0] += 1
                if task.name == "backup" { times.append(minute) }
            }
        }

        #expect(counts == ["mailbox": 288, "backup": 1, "retention": 1, "webhooks": 1])
        // The clock began at 9 o'clock; 17 hours later it is 2.
        #expect(times == [17 * 60])
    }

    @Test func `what is not set is not done, but what webhooks were told is forgotten`()
        async throws
    {
        let tasks = ScheduleTask.all(try await Settings(environment: [:]))

        #expect(tasks.map(\.name) == ["webhooks"])
    }

    @Test func `each night makes one verified copy, and the oldest goes`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let backups = folder.appending(path: "backups").path
        _ = try await Premises.found(try await Self.settings(folder, day: 1))

        for day in 1...4 {
            let premises = try await Premises.open(try await Self.settings(folder, day: day))
            let name = try await premises.backUpNightly(to: backups, keeping: 2)
            #expect(name == "convene-2011-09-0\(day).db")
            #expect(try await premises.backUpNightly(to: backups, keeping: 2) == nil)
        }

        #expect(
            try FileManager.default.contentsOfDirectory(atPath: backups).sorted()
                == ["convene-2011-09-03.db", "convene-2011-09-04.db"])
    }

    private static func settings(_ folder: URL, day: Int) async throws -> Settings {
        try await Settings(environment: [
            "CONVENE_DATABASE": folder.appending(path: "convene.db").path,
            "CONVENE_NOW": "2011-09-0\(day)T02:00:00Z",
        ])
    }
}
