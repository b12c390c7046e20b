import Foundation
import Testing

@testable import ConveneCommands

/// Accounts from the terminal: made, changed, locked, with secrets that are shown once or never.
@Suite struct AccountCommandTests {
    private func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        _ = await session.run("account add aru --role focal-point --country Kazakhstan")
        return session
    }

    private func record(_ text: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `an account is made, listed and changed`() async throws {
        let session = try await session()

        let list = await session.run("account list --format tsv")
        let edited = await session.run("account edit aru --role desk --event kyiv --format json")
        let refused = await session.run("account edit aru --everywhere")

        #expect(list.output.contains("aru\tfocal-point\t\t\tKazakhstan\t\ttokens only"))
        let account = try record(edited.output)
        #expect(account["role"] as? String == "desk")
        #expect(account["events"] as? [String] == ["kyiv"])
        #expect(refused.code == 2)
        #expect(refused.error.contains("A desk is at an event"))
    }

    @Test func `a password is asked for, and shown nowhere`() async throws {
        let session = try await session()

        let set = await session.run("account password aru", answers: ["four words of chance"])
        let weak = await session.run("account password aru", answers: ["secret"])
        let none = await session.run("account password aru")

        #expect(set.code == 0)
        #expect(!(set.output + set.error).contains("four words"))
        #expect([weak.code, none.code] == [2, 2])
        #expect(
            await session.run("account show aru --format tsv").output.contains("active"))
    }

    @Test func `a token is shown once, listed without its text, and taken back`() async throws {
        let session = try await session()

        let made = await session.run(
            "account token add aru --label export --scope read attendance --format json")
        let secret = try #require(try record(made.output)["secret"] as? String)
        let list = await session.run("account token list aru --format json")
        let gone = await session.run("account token revoke 1")

        #expect(secret.hasPrefix("cv_"))
        #expect(secret.count > 40)
        #expect(!list.output.contains(secret))
        #expect(list.output.contains(#""scopes": ["attendance", "read"]"#))
        #expect(gone.output == "Token 1 (export) opens nothing any more.\n")
        #expect(await session.run("account token revoke 9").code == 3)
    }

    @Test func `codes come with their secret, once`() async throws {
        let session = try await session()

        let asked = await session.run("account code aru --format json")
        let off = await session.run("account code aru --off")

        let url = try #require(try record(asked.output)["url"] as? String)
        #expect(url.hasPrefix("otpauth://totp/Convene:aru?secret="))
        #expect(off.code == 0)
        #expect(
            await session.run("account show aru --format json").output.contains(
                #""one_time_codes": false"#))
    }

    @Test func `an account that is shut is said to be so`() async throws {
        let session = try await session()

        let shut = await session.run("account disable aru --format json")
        let open = await session.run("account enable aru --format json")

        #expect(try record(shut.output)["state"] as? String == "disabled")
        #expect(try record(open.output)["state"] as? String == "tokens only")
        #expect(await session.run("account show nobody").code == 3)
    }
}
