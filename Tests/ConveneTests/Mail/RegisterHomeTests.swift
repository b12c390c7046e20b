import Convene
import ConveneTestSupport
import Testing

/// A register that is sent from where it is, and a copy of it (BOX-7).
@Suite struct RegisterHomeTests {
    private static let home = RegisterHome(file: 12, machine: "one")

    private func sender(at home: RegisterHome?) -> Sender {
        Sender(owner: "main", home: home) { _ in false }
    }

    private func world() async throws -> World {
        let world = try await World.withInvitations(2)
        try await world.deliver(
            by: RecordingMailer([.sent, .unreachable]), as: sender(at: Self.home))
        return world
    }

    @Test(arguments: [
        home, RegisterHome(file: 12), nil,
    ])
    func `a register stays where it was by another path, in a container, or as a file's`(
        home: RegisterHome?
    ) async throws {
        let world = try await world()

        #expect(try await world.deliver(as: sender(at: home)).sent == 1)
        #expect(try await world.deliver(as: sender(at: Self.home)).sent == 0)
    }

    @Test(arguments: [
        RegisterHome(file: 13, machine: "one"), RegisterHome(file: 12, machine: "two"),
        RegisterHome(file: 13),
    ])
    func `a copy, or another machine, sends nothing until a person says so (BOX-7)`(
        home: RegisterHome
    ) async throws {
        let world = try await world()

        for _ in 1...2 {
            await expect(refusal: .mailHeld) {
                try await world.deliver(by: RecordingMailer([]), as: sender(at: home))
            }
        }
        let held = try await world.office.frontDoor(world.officer).card().mailHeld
        try await world.post.release()

        #expect(held?.contains("copy of the file") == true)
        #expect(try await world.deliver(as: sender(at: home)).sent == 1)
        await expect(refusal: .mailHeld) { try await world.deliver(as: sender(at: Self.home)) }
    }

    @Test func `a rehearsal may be copied about`() async throws {
        let world = try await World(founded: false)
        _ = try await world.office.frontDoor(world.officer).found(rehearsal: true)
        try await world.deliver(as: sender(at: Self.home))

        #expect(try await world.deliver(as: sender(at: RegisterHome(file: 13))).sent == 0)
    }

    @Test func `the number of the machine is not kept`() async throws {
        let world = try await world()

        let kept = try await world.office.frontDoor(world.officer).card().mailHome

        #expect(kept?.hasPrefix("12 ") == true)
        #expect(kept?.contains("one") == false)
    }
}
