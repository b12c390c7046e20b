import Convene
import ConveneSheets
import Foundation
import Testing

/// What can be wrong with a path before anything is known of the file.
@Suite final class SheetReaderFileTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("sheets-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String, _ text: String) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file
    }

    private func refusal(_ path: String) -> Problem? {
        #expect(throws: Problem.self) { try SheetReader().read(path) }
    }

    @Test func `a file is read, and keeps its name without its folders`() throws {
        let file = try file("nominees.dat", "a,b\n1,2\n")

        let sheet = try SheetReader().read(file.path)

        #expect(sheet.file == "nominees.dat")
        #expect(sheet.rows == [Sheet.Row(line: 2, cells: ["1", "2"])])
    }

    @Test func `a pipe is read to its end`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("a,b\n1,2\n".utf8))
        try pipe.fileHandleForWriting.close()

        let sheet = try SheetReader().read("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")

        #expect(sheet.rows == [Sheet.Row(line: 2, cells: ["1", "2"])])
    }

    @Test func `a missing file is refused`() throws {
        let problem = refusal(folder.appendingPathComponent("nowhere.csv").path)

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.hasPrefix("There is no file ") == true)
    }

    @Test func `a folder is refused`() throws {
        let problem = refusal(folder.path)

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.contains("is a folder") == true)
    }

    @Test func `a path that can't be opened is refused with what the system says`() throws {
        let problem = refusal(folder.path + "/" + String(repeating: "x", count: 5_000))

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.contains("can't be read (") == true)
    }

    /// The superuser may read everything, so it has nothing to be refused.
    @Test(.enabled(if: getuid() != 0))
    func `a file of somebody else is refused`() throws {
        let file = try file("secret.csv", "a\n1\n")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)

        let problem = refusal(file.path)

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.contains("may not be read by you") == true)
    }

    @Test func `a file above 256 MB is refused before it is read`() throws {
        let file = try file("huge.csv", "a\n1\n")
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 256 << 20 + 1)
        try handle.close()

        let problem = refusal(file.path)

        #expect(problem?.code == .listUnreadable)
        #expect(problem?.message.contains("larger than 256 MB") == true)
    }

    @Test func `an empty file is refused`() throws {
        let problem = refusal(try file("empty.csv", "").path)

        #expect(problem?.code == .listEmpty)
    }
}
