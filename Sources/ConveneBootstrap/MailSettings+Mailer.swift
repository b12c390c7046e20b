import Convene
import ConveneCurl
import Foundation

extension MailSettings {
    /// - Throws: `setting.invalid`.
    func mailer(_ url: String) throws -> any Mailer {
        try MailRoute.mailer(for: url, pace: pace) { url in
            try SMTPAccount(
                url: url, login: try login(), startTLS: try encryption(), connections: connections,
                mailsPerConnection: mailsPerConnection, helloName: helloName, authority: authority)
        }
    }

    private func login() throws -> SMTPAccount.Login? {
        try SMTPAccount.Login(
            user: user, password: password, token: try token ?? tokenCommand.map(Self.printed))
    }

    private func encryption() throws -> SMTPAccount.StartTLS? {
        try startTLS.map { text in
            guard let choice = SMTPAccount.StartTLS(rawValue: text) else {
                throw Problem(
                    .settingInvalid,
                    "mail.starttls is never or required; “\(text.prefix(20))” is neither.")
            }
            return choice
        }
    }

    /// What a command prints: tokens live for an hour, and whoever hands them out has a program for
    /// it. It runs anew for each round of sending.
    private static func printed(by command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let token = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0, !token.isEmpty else {
            throw Problem(
                .settingInvalid,
                "mail.token-command printed no token and ended with"
                    + " \(process.terminationStatus): try it in a shell.")
        }
        return token
    }
}
