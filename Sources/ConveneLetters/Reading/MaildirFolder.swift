package import Convene
import Foundation

/// A Maildir: a file a mail, in `new` and `cur`. No file is moved, marked or deleted.
package struct MaildirFolder: Mailbox {
    package let name: String
    private let path: String

    /// - Throws: `mailbox.unreadable` where there is no Maildir.
    package init(_ path: String) throws {
        guard Self.isMaildir(path) else {
            throw Problem.mailboxUnreadable(
                path, "it has no folders “new” and “cur”, as a Maildir has")
        }
        self.path = path
        name = "maildir:" + URL(filePath: path).standardizedFileURL.path
    }

    package static func isMaildir(_ path: String) -> Bool {
        ["new", "cur"].allSatisfy { MailFile.isFolder(path + "/" + $0) }
    }

    /// - Throws: `mailbox.unreadable`
    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        let files = try ["cur", "new"].flatMap { folder in
            try MailFile.names(in: path + "/" + folder).map { MailFile(path + "/\(folder)/" + $0) }
        }
        // The name up to the colon stays when a mail program marks the mail; it begins with the time.
        let unread = files.filter { !memory.places.contains($0.place) }
            .sorted { $0.place < $1.place }
        return MailFiles(unread)
    }
}
