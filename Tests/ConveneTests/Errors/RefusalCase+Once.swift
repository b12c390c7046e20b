import ConveneTestSupport

@testable import Convene

extension RefusalCase {
    /// What is to be done once.
    static let once = [
        RefusalCase(.onceOther) { world in
            let desk = try await world.onceDesk()
            _ = try await desk.begin("monday", [1])
            _ = try await desk.begin("monday", [2])
        },
        RefusalCase(.onceBegun) { world in
            let desk = try await world.onceDesk()
            for _ in 1...2 { _ = try await desk.begin("monday", [1]) }
        },
    ]
}

extension World {
    fileprivate func onceDesk() async throws -> OnceDesk {
        let line = try await office.accountDesk(officer).add("aru", as: .organiser)
        return office.onceDesk(of: line.account.id)
    }
}
