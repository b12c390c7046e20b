import struct FoundationEssentials.Data

extension WebhookSecret {
    /// As receivers are told it: `whsec_` and base 64.
    package var text: String { "whsec_" + bytes.base64 }
}

extension [UInt8] {
    /// RFC 4648 §4.
    var base64: String { Data(self).base64EncodedString() }
}
