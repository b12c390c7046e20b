import Convene
import ConveneTestSupport

extension RefusalCase {
    static let accounts = [
        RefusalCase(.accountUnknown) { _ = try await $0.accounts.disable("nobody") },
        RefusalCase(.accountExists) { world in
            for _ in 1...2 { try await world.account(as: .viewer) }
        },
        RefusalCase(.accountScope) { try await $0.account(as: .focalPoint) },
        RefusalCase(.accountLastAdmin) { world in
            let aru = try await world.account(as: .admin)
            _ = try await world.office.accountDesk(aru).edit("aru", role: .viewer)
        },
        RefusalCase(.passwordWeak) { world in
            try await world.account(as: .viewer)
            _ = try await world.accounts.setPassword("secret", of: "aru")
        },
        RefusalCase(.accessDenied) { world in
            try await world.event()
            let aru = try await world.account(as: .viewer)
            _ = try await world.office.registrationDesk(aru).list(.kyiv)
        },
        RefusalCase(.gateRefused) { world in
            _ = try await world.office.gate.signIn("aru", password: "wrong")
        },
        RefusalCase(.tokenUnlisted) { _ = try await $0.accounts.revoke(AccessToken.ID(9)) },
        RefusalCase(.tokenUnknown) { _ = try await $0.office.gate.bearer("wrong") },
    ]
}
