import Configuration
package import Convene
package import ConveneLetters

/// How mail is signed (DKIM), where the relay does not do it.
package struct DKIMSettings: Sendable {
    /// In whose name; nothing means the domain of mail.from.
    let domain: String?
    let selector: String
    /// The file of the RSA key.
    let key: String

    /// Nothing where none of its keys is set.
    ///
    /// - Throws: `setting.invalid` where one is missing.
    init?(_ reader: ConfigReader) throws {
        let domain = reader.string(forKey: "mail.dkim.domain")
        let selector = reader.string(forKey: "mail.dkim.selector")
        let key = reader.string(forKey: "mail.dkim.key")
        guard domain != nil || selector != nil || key != nil else { return nil }
        guard let selector, let key else {
            throw Problem(
                .settingInvalid,
                "To sign mail, set both mail.dkim.selector and mail.dkim.key; take out mail.dkim where"
                    + " the relay signs.")
        }
        self.domain = domain
        self.selector = selector
        self.key = key
    }

    /// - Throws: `setting.invalid`.
    package func seal(for sender: EmailAddress) throws(Problem) -> DKIMSeal {
        try DKIMSeal(
            domain: domain ?? sender.domain, selector: selector, keyFile: key, sender: sender)
    }
}
