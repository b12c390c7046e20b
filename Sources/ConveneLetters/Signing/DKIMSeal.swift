package import Convene
import Crypto
import CryptoExtras
import Foundation

/// Signs mail in the name of a domain (DKIM, RFC 6376), for a relay that does not: rsa-sha256,
/// relaxed/relaxed, without a length (DKM-1, DKM-2).
package struct DKIMSeal: Sendable {
    private let domain: String
    private let selector: String
    private let key: _RSA.Signing.PrivateKey

    /// - Parameters:
    ///   - domain: in whose name; the sender's own, or one above it (DKM-3).
    ///   - path: the file with the RSA key as PEM.
    /// - Throws: `setting.invalid` where the key can't be read or is too short: no mail leaves
    ///   unsigned that was to be signed (DKM-5).
    package init(domain: String, selector: String, keyFile path: String, sender: EmailAddress)
        throws(Problem)
    {
        let domain = domain.lowercased()
        let from = sender.domain.lowercased()
        guard from == domain || from.hasSuffix("." + domain) else {
            throw .dkim(
                "mail.dkim.domain must be that of mail.from, \(from), or the one above it; a signature"
                    + " of \(domain.prefix(80)) would not count for it.")
        }
        guard DKIMSeal.isName(domain), DKIMSeal.isName(selector) else {
            throw .dkim("mail.dkim.domain and mail.dkim.selector are names as DNS has them.")
        }
        guard let data = FileManager.default.contents(atPath: path), data.count < 100_000 else {
            throw .dkim("the key of mail.dkim.key, \(path), can't be read.")
        }
        guard
            let key = try? _RSA.Signing.PrivateKey(
                unsafePEMRepresentation: String(decoding: data, as: UTF8.self))
        else {
            throw .dkim(
                "\(path) is no RSA key as PEM: make one with “openssl genrsa -out \(path) 2048”.")
        }
        guard key.keySizeInBits >= DKIMSeal.fewestBits else {
            throw .dkim(
                "the key \(path) has \(key.keySizeInBits) bits, and \(DKIMSeal.fewestBits) are needed:"
                    + " make one with “openssl genrsa -out \(path) \(DKIMSeal.fewestBits)”, and publish"
                    + " it under a selector of its own.")
        }
        self.domain = domain
        self.selector = selector
        self.key = key
    }

    /// What the record `SELECTOR._domainkey.DOMAIN` must say.
    package var record: String {
        let pem = key.publicKey.derRepresentation.base64EncodedString()
        return "v=DKIM1; k=rsa; p=\(pem)"
    }

    package var recordName: String { "\(selector)._domainkey.\(domain)" }

    /// The mail with its signature before it, over exactly these bytes (DKM-3). The same mail is
    /// always signed the same (BOX-5).
    func signed(_ mail: [UInt8], at date: Date) throws -> [UInt8] {
        let parts = DKIMText.parts(of: mail)
        let names = signedNames(parts.fields.map(\.name))
        let bodyHash = Data(SHA256.hash(data: DKIMText.body(parts.body))).base64EncodedString()
        let value = tags(names, bodyHash, at: date)
        var text: [UInt8] = []
        var taken: [String: Int] = [:]
        for name in names {
            // From the last of the name to the first; one too many signs that there is no other.
            let same = parts.fields.filter { $0.name.lowercased() == name }
            let index = same.count - 1 - taken[name, default: 0]
            taken[name, default: 0] += 1
            guard index >= 0 else { continue }
            text += DKIMText.field(name, same[index].value) + DKIMText.lineEnd
        }
        text += DKIMText.field("dkim-signature", value.utf8)
        let signature = try key.signature(for: Data(text), padding: .insecurePKCS1v1_5)
        let field = "DKIM-Signature:" + value + folded(signature.rawRepresentation) + "\r\n"
        return Array(field.utf8) + mail
    }

    /// The fields that are signed, of those that the mail has, and From once more than it has: who
    /// adds another one breaks the signature (DKM-2).
    private func signedNames(_ present: [String]) -> [String] {
        let present = present.map { $0.lowercased() }
        return DKIMSeal.signed.flatMap { name in
            [String](repeating: name, count: present.count { $0 == name })
        } + ["from"]
    }

    private func tags(_ names: [String], _ bodyHash: String, at date: Date) -> String {
        var lines = [" v=1; a=rsa-sha256; c=relaxed/relaxed; d=\(domain);"]
        lines.append(" s=\(selector); t=\(Int(date.timeIntervalSince1970));")
        var list = " h="
        for (index, name) in names.enumerated() {
            if list.utf8.count + name.utf8.count > 70 {
                lines.append(list)
                list = "  "
            }
            list += name + (index == names.count - 1 ? ";" : ":")
        }
        return (lines + [list, " bh=\(bodyHash);", " b="]).joined(separator: "\r\n")
    }

    private func folded(_ signature: Data) -> String {
        let text = Array(signature.base64EncodedString().utf8)
        return stride(from: 0, to: text.count, by: 70)
            .map { String(decoding: text[$0..<min($0 + 70, text.count)], as: UTF8.self) }
            .joined(separator: "\r\n  ")
    }

    /// What signers need; verifiers take 1024 (RFC 8301 §3.2, DKM-1).
    private static let fewestBits = 2048

    private static let signed = [
        "from", "reply-to", "to", "subject", "date", "message-id", "mime-version", "content-type",
        "content-transfer-encoding", "content-language", "auto-submitted", "list-id",
        "list-unsubscribe", "list-unsubscribe-post",
    ]

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.utf8.allSatisfy {
                switch $0 {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension Problem {
    fileprivate static func dkim(_ sentence: String) -> Problem {
        Problem(.settingInvalid, "Mail can't be signed: \(sentence)")
    }
}
