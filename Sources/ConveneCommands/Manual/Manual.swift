import ArgumentParser
import Convene
import FoundationEssentials

struct Manual: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write a man page per command into a folder.",
        discussion: """
            convene manual /usr/local/share/man/man1

            The pages say what --help says, since both are made of the same words.
            """)

    @Argument(help: "The folder; made if it is not there.", completion: .directory)
    var directory: String

    func run() async throws {
        let pages = try ManualPage.all()
        let folder = URL(filePath: directory, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Problem(
                .fileUnwritable,
                "\(directory) can't be made: check that its place is there and has room.")
        }
        for page in pages {
            try FileText.write(
                Array(page.text.utf8),
                to: folder.appending(path: page.fileName).path(percentEncoded: false))
        }
        Terminal.current.say("\(pages.count.of("page", "pages")) in \(directory).")
    }
}
