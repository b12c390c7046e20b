import Convene
import Testing

@testable import ConveneCurl

@Suite struct ParcelFaultsTests {
    @Test(
        arguments: [
            "", "a@example.org>\r\nRCPT TO:<evil@example.com", "a@example.org\n", "a\0@example.org",
            "<a@example.org>", "a@example.org> NOTIFY=FAILURE", "a b@example.org",
            "a\u{7F}@example.org", "a@example.org\t", "пользователь@example.org",
            "a@пример.example",
        ])
    func `an address that would be more than an address is refused (ENV-8, ENV-11)`(
        _ address: String
    ) {
        #expect(Parcel.fault(inAddress: address, of: "recipient") != nil)
    }

    @Test(arguments: ["a@example.org", "first.last+tag@xn--e1afmkfd.example.com", "o'neil@x.org"])
    func `an address as it should be passes (ENV-8)`(_ address: String) {
        #expect(Parcel.fault(inAddress: address, of: "recipient") == nil)
    }

    @Test(
        arguments: [
            ("", "The mail does not end in a line end (CRLF)."),
            ("a", "The mail does not end in a line end (CRLF)."),
            ("a\n", "The mail does not end in a line end (CRLF)."),
            ("a\r\nb\n\r\n", "Line 2 of the mail ends in a bare LF."),
            ("a\r\n\n.\r\n", "Line 2 of the mail ends in a bare LF."),
            ("a\r\nb\rc\r\n", "Line 2 of the mail has a bare CR."),
            ("a\r\r\n", "Line 1 of the mail has a bare CR."),
            ("a\r\n\0\r\n", "Line 2 of the mail has a byte beyond 7-bit text."),
            ("a\r\né\r\n", "Line 2 of the mail has a byte beyond 7-bit text."),
        ])
    func `a body that is not plain CRLF text is refused, naming the line (ENV-16, ENV-19)`(
        _ text: String, _ sentence: String
    ) {
        #expect(Parcel.fault(inBody: Array(text.utf8)) == sentence)
    }

    @Test(arguments: [(998, true), (999, false)])
    func `a line has 998 bytes at most (ENV-16)`(_ length: Int, _ passes: Bool) {
        let line = String(repeating: "x", count: length)

        let fault = Parcel.fault(inBody: Array("a\r\n\(line)\r\nb\r\n".utf8))

        #expect(fault == (passes ? nil : "Line 2 of the mail is longer than 998 bytes."))
    }
}
