import ConveneTestSupport
import Testing

@testable import Convene

/// Where webhooks may lead.
@Suite struct WebhookURLTests {
    @Test(arguments: [
        "ftp://hooks.example.org/", "hooks.example.org", "https:/hooks.example.org", "https://",
        "https://user@hooks.example.org/", "https://hooks.example.org\\@127.0.0.1/",
        "https://hooks.example.org/#x", "https://hooks.example.org:0/", "https://[::1/",
        "https://hooks.example.org:99999/", "https://прим.example.org/", "https://a b/",
        "https://hooks.example.org/\n",
    ])
    func `what is no address is refused`(written: String) async {
        await expect(refusal: .webhookAddress) { _ = try WebhookURL(written) }
    }

    @Test(arguments: [
        ("https://hooks.example.org", "hooks.example.org", false),
        ("https://Hooks.Example.org:8443/a?b=c", "hooks.example.org", false),
        ("http://127.0.0.1:9000/x", "127.0.0.1", true), ("http://localhost/", "localhost", true),
        ("http://[::1]:80/", "::1", true),
        ("https://127.0.0.1.example.org/", "127.0.0.1.example.org", false),
        ("https://127.1/", "127.1", false), ("https://2130706433/", "2130706433", false),
    ])
    func `the host is read as it stands`(written: String, host: String, isHere: Bool) throws {
        let url = try WebhookURL(written)

        #expect(url.host == host)
        #expect(url.isHere == isHere)
        #expect(WebhookURL(stored: written) == url)
    }

    @Test(arguments: [
        ("https://hooks.example.org/", Actor.Kind.account, true),
        ("http://hooks.example.org/", .terminal, false), ("http://127.0.0.1/", .terminal, true),
        ("https://127.0.0.1/", .account, false), ("http://localhost/", .account, false),
    ])
    func `by itself it leads to the world by https, and from the terminal to this machine`(
        written: String, kind: Actor.Kind, isAllowed: Bool
    ) throws {
        let url = try WebhookURL(written)
        let actor = Actor(kind: kind, name: "aru")

        let isRefused =
            (try? WebhookRules().check(url, by: actor, isRehearsal: false)) == nil

        #expect(isRefused != isAllowed)
    }

    @Test func `the settings may allow more, and a rehearsal less`() throws {
        let rules = WebhookRules(allowsPlain: true) { $0 == [127, 0, 0, 1] }
        let account = Actor(kind: .account, name: "aru")

        try rules.check(WebhookURL("http://hooks.example.org"), by: account, isRehearsal: false)
        try rules.check(WebhookURL("http://127.0.0.1"), by: account, isRehearsal: true)
        #expect(throws: Problem.self) {
            try rules.check(.example, by: account, isRehearsal: true)
        }
    }

    @Test(
        arguments: [
            ([8, 8, 8, 8], true), ([10, 0, 0, 1], false), ([172, 31, 0, 1], false),
            ([172, 32, 0, 1], true), ([192, 168, 1, 1], false), ([127, 0, 0, 1], false),
            ([169, 254, 169, 254], false), ([100, 64, 0, 1], false), ([0, 0, 0, 0], false),
            ([224, 0, 0, 1], false), ([255, 255, 255, 255], false), ([8, 8], false),
        ] as [([UInt8], Bool)])
    func `private and special addresses of IPv4 are not public`(octets: [UInt8], isPublic: Bool) {
        #expect(PublicAddress.contains(octets) == isPublic)
        guard octets.count == 4 else { return }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + octets
        #expect(PublicAddress.contains(mapped) == isPublic)
    }

    @Test(
        arguments: [
            ([0x2A, 0x00], true), ([0x26, 0x06], true), ([0xFE, 0x80], false),
            ([0xFD, 0x00], false),
            ([0x20, 0x02], false), ([0x20, 0x01, 0x0D, 0xB8], false), ([0xFF, 0x02], false),
            ([], false),
        ] as [([UInt8], Bool)])
    func `of IPv6 what is handed out to the world is public`(prefix: [UInt8], isPublic: Bool) {
        let octets = prefix + [UInt8](repeating: 0, count: 15 - prefix.count) + [1]

        #expect(PublicAddress.contains(octets) == isPublic)
    }
}
