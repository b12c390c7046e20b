import ConveneTestSupport
import FoundationEssentials
import Testing

@testable import Convene

/// Who comes in, and who does not.
@Suite struct GateTests {
    @Test func `the right password opens a session, which signing out ends`() async throws {
        let world = try await World()
        let aru = try await world.visitor()

        let secret = try await world.office.gate.signIn("Aru", password: World.password)
        let visitor = try await world.office.gate.visitor(session: secret)
        try await world.office.gate.signOut(session: secret)

        #expect(visitor?.actor == aru)
        #expect(try await world.office.gate.visitor(session: secret) == nil)
        #expect(try await world.office.gate.visitor(session: "something") == nil)
    }

    @Test func `whatever is wrong, the answer is the same`() async throws {
        let world = try await World()
        try await world.visitor()
        try await world.account("tokens", as: .viewer)
        try await world.visitor("shut")
        _ = try await world.accounts.disable("shut")

        var answers: Set<String> = []
        for (name, password) in [
            ("aru", "four other words of it"), ("nobody", World.password),
            ("tokens", World.password), ("tokens", ""), ("shut", World.password),
        ] {
            do {
                _ = try await world.office.gate.signIn(name, password: password)
            } catch let problem as Problem {
                answers.insert(problem.code.rawValue + problem.message)
            }
        }

        #expect(answers.count == 1)
        #expect(answers.first?.hasPrefix("gate.refused") == true)
    }

    @Test func `five failures shut an account, ever longer`() async throws {
        let world = try await World()
        try await world.visitor()
        let gate = world.office.gate
        func fail(_ times: Int) async {
            for _ in 0..<times { _ = try? await gate.signIn("aru", password: "wrong") }
        }

        await fail(5)
        await expect(refusal: .gateRefused) {
            _ = try await gate.signIn("aru", password: World.password)
        }
        world.clock.move(minutes: 1)
        await fail(1)
        world.clock.move(minutes: 1.5)
        await expect(refusal: .gateRefused) {
            _ = try await gate.signIn("aru", password: World.password)
        }
        world.clock.move(minutes: 1)
        _ = try await gate.signIn("aru", password: World.password)
        await fail(4)

        _ = try await gate.signIn("aru", password: World.password)
        #expect(
            try await world.audit.latest(limit: 20).count { $0.act == .lockOut } == 2)
    }

    @Test func `codes are those of RFC 6238, and open once`() async throws {
        let world = try await World()
        let secret = Array("12345678901234567890".utf8)
        // RFC 6238, appendix B: the last six of its eight digits.
        let vectors: [(Int64, String)] = [
            (1, "287082"), (37_037_036, "081804"), (37_037_037, "050471"),
            (41_152_263, "005924"), (66_666_666, "279037"), (666_666_666, "353130"),
        ]

        for (step, code) in vectors {
            #expect(Locksmith.quick.code(secret: secret, step: step) == code)
        }

        try await world.visitor()
        let asked = try await world.accounts.setCodes(true, of: "aru")
        let step = Int64(world.clock.now.timeIntervalSince1970 / 30)
        let code = Locksmith.quick.code(secret: try #require(asked).bytes, step: step)
        await expect(refusal: .gateRefused) {
            _ = try await world.office.gate.signIn("aru", password: World.password)
        }
        _ = try await world.office.gate.signIn("aru", password: World.password, code: code)
        await expect(refusal: .gateRefused) {
            _ = try await world.office.gate.signIn("aru", password: World.password, code: code)
        }
    }

    @Test func `a session ends after half a day of silence, and after a week at most`()
        async throws
    {
        let world = try await World()
        try await world.visitor()
        let secret = try await world.office.gate.signIn("aru", password: World.password)
        func isIn() async throws -> Bool {
            try await world.office.gate.visitor(session: secret) != nil
        }

        var days = 0.0
        while try await isIn() {
            world.clock.move(hours: 11)
            days += 11 / 24.0
        }
        let other = try await world.office.gate.signIn("aru", password: World.password)
        world.clock.move(hours: 13)

        #expect((6.9...7.5).contains(days))
        #expect(try await world.office.gate.visitor(session: other) == nil)
    }

    @Test func `a new password ends the sessions of the old one`() async throws {
        let world = try await World()
        try await world.visitor()
        let secret = try await world.office.gate.signIn("aru", password: World.password)

        _ = try await world.accounts.setPassword("entirely other words", of: "aru")

        #expect(try await world.office.gate.visitor(session: secret) == nil)
        await expect(refusal: .gateRefused) {
            _ = try await world.office.gate.signIn("aru", password: World.password)
        }
    }

    @Test func `a token opens until its last day, or until it is taken back`() async throws {
        let world = try await World()
        let aru = try await world.account(as: .viewer)
        let today = try #require(Day("2011-09-01"))
        let short = try await world.accounts.issue(
            "tests", for: "aru", scopes: [.read], until: today)
        let long = try await world.accounts.issue(
            "tests", for: "aru", scopes: [.read, .write], until: nil)

        #expect(try await world.office.gate.bearer(short.secret).actor == aru)
        world.clock.move(hours: 15)
        await expect(refusal: .tokenUnknown) {
            _ = try await world.office.gate.bearer(short.secret)
        }
        #expect(try await world.office.gate.bearer(long.secret).token.scopes == [.read, .write])
        _ = try await world.accounts.revoke(long.token.id)
        await expect(refusal: .tokenUnknown) {
            _ = try await world.office.gate.bearer(long.secret)
        }
    }

    @Test func `neither passwords nor tokens stand in the register`() async throws {
        let world = try await World()
        try await world.visitor()
        let token = try await world.accounts.issue(
            "tests", for: "aru", scopes: [.read], until: nil)
        let session = try await world.office.gate.signIn("aru", password: World.password)

        let audit = try await world.audit.latest(limit: 100).map(\.details).joined()
        let lock = try await world.accounts.account("aru").account.passwordHash

        #expect(lock?.hasPrefix("scrypt$") == true)
        for secret in [World.password, token.secret, session] {
            #expect(!audit.contains(secret))
            #expect(lock?.contains(secret) == false)
        }
    }
}
