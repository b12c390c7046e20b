import Convene
import Testing

/// The records that the DNS must have, against what people paste (BLK-4): what the large
/// receivers ask of whoever sends to them, SPF, DKIM and DMARC (BLK-1, BLK-2, BLK-3).
@Suite struct SenderRecordTests {
    private let key = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"

    private func needed() -> [SenderRecord] {
        SenderRecord.needed(
            from: EmailAddress(stored: "workshops@example.org"),
            bounces: EmailAddress(stored: "bounces@mail.example.org"), relay: "relay.example.net",
            dkim: ("convene._domainkey.example.org", "v=DKIM1; k=rsa; p=\(key)"))
    }

    private var well: String {
        """
        ; what dig prints
        mail.example.org.\t3600\tIN\tTXT\t"v=spf1 include:relay.example.net " "-all"
        mail.example.org. 3600 IN MX 10 mx1.example.org.
        _dmarc.example.org. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.org"
        convene._domainkey.example.org. IN TXT ( "v=DKIM1; k=rsa; "
            "p=\(key.prefix(10))" "\(key.dropFirst(10))" )
        """
    }

    private func faults(_ pasted: String) -> [String] {
        needed().compactMap { $0.fault(in: DNSRecords(pasted)) }
    }

    @Test func `what is well is found well`() { #expect(faults(well) == []) }

    @Test func `what host and nslookup print is read as well`() {
        let host = """
            mail.example.org descriptive text "v=spf1 ip4:192.0.2.1 ~all"
            mail.example.org mail is handled by 10 mx1.example.org.
            _dmarc.example.org\ttext = "v=DMARC1; p=reject"
            convene._domainkey.example.org text = "k=rsa; p=\(key)"
            """

        #expect(faults(host) == [])
    }

    @Test(arguments: [
        ("", ["no TXT that begins with v=spf1", "no TXT with a key", "v=DMARC1", "no MX"]),
        ("v=spf1 include:relay.example.net +all", ["lets everybody send"]),
        ("v=spf1 include:relay.example.net", ["does not end with -all"]),
        ("v=spf1 -all", ["lets nobody send"]), ("v=spf2.0/pra -all", ["no TXT that begins"]),
    ])
    func `what is wrong with SPF is said`(policy: String, reasons: [String]) {
        let pasted =
            policy.isEmpty
            ? "" : well.replacing("v=spf1 include:relay.example.net \" \"-all", with: policy)

        let faults = faults(pasted)

        #expect(faults.count == reasons.count)
        for (fault, reason) in zip(faults, reasons) { #expect(fault.contains(reason), "\(fault)") }
    }

    @Test func `two policies count as none, and another key as wrong`() {
        let twice =
            well + "\nmail.example.org IN TXT \"v=spf1 a -all\"\n"
            + "_dmarc.example.org TXT \"v=DMARC1; p=reject\"\n"
        let other = well.replacing(key.prefix(10), with: "AAAAAAAAAA")

        #expect(faults(twice).count == 2)
        #expect(faults(other).map { $0.contains("another key") } == [true])
    }

    @Test func `a null MX takes no reports`() {
        #expect(faults(well.replacing("10 mx1.example.org.", with: "0 .")).count == 1)
    }
}
