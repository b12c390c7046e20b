/// An enhanced status code of RFC 3463, such as 5.1.1: class, subject and detail.
package struct DeliveryStatus: Sendable, Hashable {
    package let kind: Int
    package let subject: Int
    package let detail: Int

    package init(_ kind: Int, _ subject: Int, _ detail: Int) {
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    /// Reads a code that stands alone; whatever follows it after a blank is left out.
    package init?(_ text: some StringProtocol) {
        let word = text.prefix { $0 != " " && $0 != "\t" && $0 != "(" && $0 != ";" }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3,
            parts.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
            let kind = Int(parts[0]), let subject = Int(parts[1]), let detail = Int(parts[2]),
            [2, 4, 5].contains(kind)
        else { return nil }
        self.init(kind, subject, detail)
    }

    package var text: String { "\(kind).\(subject).\(detail)" }

    /// Whether it says no more than that something went wrong.
    package var isVague: Bool { subject == 0 || detail == 0 }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
