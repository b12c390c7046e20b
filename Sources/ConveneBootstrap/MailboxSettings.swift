import Configuration
import Convene

/// Where answers and reports come back to.
package struct MailboxSettings: Sendable {
    package let url: String?
    let user: String?
    let password: String?
    let token: String?
    let tokenCommand: String?
    let startTLS: String?
    let authority: String?

    init(_ reader: ConfigReader) {
        url = reader.string(forKey: "mailbox.url")
        user = reader.string(forKey: "mailbox.user")
        password = reader.string(forKey: "mailbox.password", isSecret: true)
        token = reader.string(forKey: "mailbox.token", isSecret: true)
        tokenCommand = reader.string(forKey: "mailbox.token-command")
        startTLS = reader.string(forKey: "mailbox.starttls")
        authority = reader.string(forKey: "mailbox.authority")
    }
}

extension Letterhead.Tags {
    /// The addresses that get tags: those of the settings where a mailbox is read or one of them is
    /// named, unless the settings say that there are none.
    ///
    /// Who reads no mailbox has nothing from tags; and a server that knows no subaddresses would
    /// send back every answer to one.
    ///
    /// - Throws: `setting.invalid`, `address.invalid`.
    init?(_ reader: ConfigReader, from: EmailAddress, replyTo: EmailAddress) throws {
        let bounces = try reader.string(forKey: "mail.bounces").map { try EmailAddress($0) }
        let answers = try reader.string(forKey: "mail.answers").map { try EmailAddress($0) }
        let isWanted =
            bounces != nil || answers != nil || reader.string(forKey: "mailbox.url") != nil
        let setting = reader.string(forKey: "mail.tags", default: isWanted ? "+" : "off")
        guard setting != "off" else { return nil }
        guard setting == "+" || setting == "-" || setting == "=" else {
            throw Problem(
                .settingInvalid,
                "mail.tags is what your server parts a subaddress with, + or - or =, or off;"
                    + " “\(setting.prefix(20))” is none of them.")
        }
        self.init(
            bounces: bounces ?? from, answers: answers ?? replyTo,
            delimiter: setting.first ?? "+")
        for address in [self.bounces, self.answers] where !Postmark.hasRoom(in: address) {
            throw Problem(
                .settingInvalid,
                "\(address) is too long before the @ to have a tag behind it: name a shorter one with"
                    + " mail.bounces and mail.answers, or set mail.tags to off.")
        }
    }
}
