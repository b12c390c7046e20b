import Foundation

/// Where the comparisons are made: a folder for their files, and the programs that they run.
struct Bench {
    let rounds: Int
    /// The program whose commands are measured; it may not be there.
    let convene: String
    /// The service; it may not be there either.
    let convened: String
    private let folder: String
    private let kept: String

    init(rounds: Int, keep: String?, convene: String?, convened: String? = nil) throws {
        self.rounds = rounds
        let files = FileManager.default
        folder = files.temporaryDirectory.appending(path: "convene-benchmarks-\(getpid())").path
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        kept = keep ?? folder
        try files.createDirectory(atPath: kept, withIntermediateDirectories: true)
        let own = URL(filePath: Child.ownProgram).deletingLastPathComponent()
        self.convene = convene ?? own.appending(path: "convene").path
        self.convened = convened ?? own.appending(path: "convened").path
    }

    /// Removes what the comparisons have left, but for what is kept.
    func clear() { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// A file that is made once, and found again by a run with `--keep`.
    func keeping(_ name: String, make: (String) async throws -> Void) async throws -> String {
        let path = "\(kept)/\(name)"
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        try await make(path + "-new")
        try FileManager.default.moveItem(atPath: path + "-new", toPath: path)
        return path
    }

    /// A fresh copy of a register that nobody has open. It is on the disk, lest what is measured
    /// next should wait for its pages.
    func copy(of register: String, as name: String) throws -> String {
        remove(name)
        try FileManager.default.copyItem(atPath: register, toPath: path(name))
        try FileHandle(forUpdating: URL(filePath: path(name))).synchronize()
        return path(name)
    }

    func remove(_ name: String) {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path(name) + suffix)
        }
    }

    /// Measures a part in a process of its own, so that nothing else stands in its memory.
    func part(_ kind: Part.Kind, _ arguments: [String]) throws -> Measurement {
        let end = try Child(Child.ownProgram, ["part", kind.rawValue] + arguments).run()
        guard end.isWell else { throw Missing(reason: "\(kind.rawValue) ended badly") }
        return try JSONDecoder().decode(Measurement.self, from: Data(end.output))
    }

    /// Measures a program from its start to its end.
    func command(_ program: String, _ arguments: [String]) throws -> Measurement {
        let end = try Child(program, arguments).run()
        guard end.isWell, !end.output.isEmpty else {
            throw Missing(reason: "\(program) shows nothing")
        }
        return end.measurement
    }

    var hasConvene: Bool { FileManager.default.isExecutableFile(atPath: convene) }

    static let howToBuild =
        "build it first: swift build -c release --static-swift-stdlib --product convene"

    var hasConvened: Bool { FileManager.default.isExecutableFile(atPath: convened) }

    static func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}

/// Why a comparison could not be made.
struct Missing: Error, CustomStringConvertible {
    let reason: String

    var description: String { reason }
}
