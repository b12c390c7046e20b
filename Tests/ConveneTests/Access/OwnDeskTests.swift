import ConveneTestSupport
import FoundationEssentials
import Testing

@testable import Convene

/// What somebody changes of their own account.
@Suite struct OwnDeskTests {
    @Test(arguments: Account.Role.allCases.filter { ![.focalPoint, .desk].contains($0) })
    func `whoever knows the password sets another, and is signed out everywhere`(
        role: Account.Role
    ) async throws {
        let world = try await World()
        try await world.visitor("aru", as: role)
        let session = try await world.office.gate.signIn("aru", password: World.password)
        let visitor = try #require(try await world.office.gate.visitor(session: session))

        try await world.office.ownDesk(visitor).setPassword(
            "four other words of chance", knowing: World.password)

        #expect(try await world.office.gate.visitor(session: session) == nil)
        await expect(refusal: .gateRefused) {
            _ = try await world.office.gate.signIn("aru", password: World.password)
        }
        _ = try await world.office.gate.signIn("aru", password: "four other words of chance")
    }

    @Test func `whoever does not know the password changes nothing, and shuts the account`()
        async throws
    {
        let (world, desk) = try await Self.signedIn()

        for _ in 1...5 {
            await expect(refusal: .gateRefused) {
                try await desk.setPassword("four other words of chance", knowing: "a guess of it")
            }
        }

        // Not even the right one, for a while.
        await expect(refusal: .gateRefused) {
            try await desk.setPassword("four other words of chance", knowing: World.password)
        }
        await expect(refusal: .gateRefused) {
            _ = try await world.office.gate.signIn("aru", password: World.password)
        }
    }

    @Test func `codes are asked for once the program that makes them has proved itself`()
        async throws
    {
        let (world, desk) = try await Self.signedIn()
        let secret = desk.newCodes()
        let step = Int64(world.office.clock().timeIntervalSince1970 / 30)
        let code = world.office.locksmith.code(secret: secret.bytes, step: step)

        await expect(refusal: .gateRefused) {
            try await desk.setCodes(
                secret.text, proving: code == "000000" ? "1" : "000000", knowing: World.password)
        }
        let before = try await world.accounts.account("aru").account.codeSecret
        try await desk.setCodes(secret.text, proving: code, knowing: World.password)
        let after = try await world.accounts.account("aru").account.codeSecret
        try await desk.stopCodes(knowing: World.password)

        #expect(before == nil)
        #expect(after == secret.bytes)
        #expect(try await world.accounts.account("aru").account.codeSecret == nil)
    }

    private static func signedIn() async throws -> (World, OwnDesk) {
        let world = try await World()
        try await world.visitor("aru", as: .organiser)
        let session = try await world.office.gate.signIn("aru", password: World.password)
        let visitor = try #require(try await world.office.gate.visitor(session: session))
        return (world, world.office.ownDesk(visitor))
    }
}
