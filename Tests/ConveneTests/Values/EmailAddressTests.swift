import Convene
import Testing

@Suite struct EmailAddressTests {
    @Test(
        arguments: [
            ("aigul@example.org", "aigul@example.org"),
            ("  aigul@example.org\n", "aigul@example.org"),
            ("\u{FEFF}aigul@example.org\u{A0}", "aigul@example.org"),
            ("mailto:aigul@example.org", "aigul@example.org"),
            ("MAILTO:aigul@example.org?subject=Training", "aigul@example.org"),
            ("<aigul@example.org>", "aigul@example.org"),
            ("<mailto:aigul@example.org>;", "aigul@example.org"),
            ("aigul@example.org; ,.", "aigul@example.org"),
            ("NURGUL.BEKOVA@EXAMPLE.ORG", "NURGUL.BEKOVA@example.org"),
            ("o'rinova+kyiv_2011@mail.example.org", "o'rinova+kyiv_2011@mail.example.org"),
        ])
    func `an address is cleaned of what a spreadsheet puts around it (CSV-7)`(
        _ written: String, _ text: String
    ) throws {
        let address = try EmailAddress(written)

        #expect(address.text == text)
        #expect(address.key == text.lowercased())
    }

    /// The labels of RFC 3492 §7.1, and those that mail-standards measured.
    @Test(
        arguments: [
            ("пример.test", "xn--e1afmkfd.test"),
            ("ПРИМЕР.test", "xn--e1afmkfd.test"),
            ("münchen.example.org", "xn--mnchen-3ya.example.org"),
            ("mu\u{308}nchen.example.org", "xn--mnchen-3ya.example.org"),
            ("bücher。example.org", "xn--bcher-kva.example.org"),
            ("почемужеонинеговорятпорусски.test", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.test"),
            ("他们为什么不说中文.test", "xn--ihqwcrb4cv8a8dqg056pqjye.test"),
            ("ليهمابتكلموشعربي.test", "xn--mgbcah9ar9a4efegftvvn.test"),
            ("xn--e1afmkfd.test", "xn--e1afmkfd.test"),
        ])
    func `a domain of any script goes out in A-labels (ENV-10)`(
        _ domain: String, _ wire: String
    ) throws {
        let address = try EmailAddress("info@" + domain)

        #expect(address.text == "info@" + wire)
    }

    @Test(
        arguments: [
            ("per.berg(at)example.org", "it has no @"),
            ("@example.org", "nothing stands before the @"),
            ("per@example", "has no full stop"),
            ("per@", "a full stop stands at an end"),
            ("per@.example.org", "a full stop stands at an end"),
            ("per..berg@example.org", "a full stop stands at an end or beside another"),
            (".per@example.org", "a full stop stands at an end or beside another"),
            ("per berg@example.org", "it has a blank in it"),
            ("per@-example.org", "begins or ends with what it may not"),
            ("per@exa_mple.org", "“_” may not stand in a domain"),
            ("per@[127.0.0.1]", "“[” may not stand in a domain"),
            ("per@127.0.0.1", "its domain ends in a number"),
            ("per@example.org, ann@example.org", "it has more than one @"),
            ("Per Berg <per@example.org>", "write only what stands between < and >"),
            ("\"per\"@example.org", "names in quotation marks are not sent to"),
            ("per:berg@example.org", "“:” may not stand before the @"),
            ("а@example.org", "(cyrillic small letter a) before the @"),
            ("per@exаmple.org", "mixes Latin letters with others like them"),
        ])
    func `what can't be sent to is refused with what is wrong`(
        _ written: String, _ reason: String
    ) throws {
        let problem = #expect(throws: Problem.self) { try EmailAddress(written) }

        #expect(problem?.code == .addressInvalid)
        #expect(problem?.message.contains(reason) == true)
        #expect(problem?.message.contains("name@example.org") == true)
    }

    @Test(
        arguments: [
            "a@example.org>\r\nRCPT TO:<evil@example.org", "a\u{0}@example.org",
            "a@example.org\u{0}.example.com", "a@exam\u{202E}ple.org", "a\u{200B}b@example.org",
            "a\tb@example.org", "a<b@example.org",
        ])
    func `nothing that would be a command of its own gets through (ENV-8)`(
        _ written: String
    ) throws {
        let problem = #expect(throws: Problem.self) { try EmailAddress(written) }

        #expect(problem?.code == .addressInvalid)
        #expect(problem?.message.contains(where: \.isNewline) == false)
    }

    @Test(
        arguments: [
            (64, 20, true), (65, 20, false), (64, 189, true), (64, 190, false), (10, 260, false),
        ])
    func `an address has the length that SMTP allows (ENV-9)`(
        _ local: Int, _ domain: Int, _ isTaken: Bool
    ) {
        let labels = String(repeating: String(repeating: "d", count: 9) + ".", count: 30)
        let written =
            String(repeating: "l", count: local) + "@" + "d" + labels.prefix(domain - 5) + ".org"

        let address = try? EmailAddress(written)

        #expect((address != nil) == isTaken)
    }

    @Test func `a part of a domain has 63 characters at most`() throws {
        let longest = String(repeating: "d", count: 63)

        #expect(try EmailAddress("a@\(longest).org").text == "a@\(longest).org")
        #expect(throws: Problem.self) { try EmailAddress("a@d\(longest).org") }
        #expect(throws: Problem.self) {
            try EmailAddress("a@" + String(repeating: "д", count: 60) + "у.org")
        }
    }

    @Test func `nothing at all is asked for in words of its own`() {
        let problem = #expect(throws: Problem.self) { try EmailAddress(" ") }

        #expect(
            problem?.message == "There is no e-mail address: write one, such as name@example.org.")
    }
}
