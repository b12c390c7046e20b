import ConveneTestSupport
import Testing

@testable import Convene

/// The one table of who may do what, and how far it reaches.
@Suite struct RoleTableTests {
    /// Everything that can be done to anything, as `kind.act`.
    private static let everything = AuditEntry.Subject.Kind.allCases.flatMap { kind in
        AuditEntry.Act.allCases.map { (kind, $0) }
    }

    @Test(arguments: Account.Role.allCases)
    func `each role may do what is written here, and nothing else`(role: Account.Role) {
        let rights = Rights(role: role, scope: Account.Scope())

        let allowed = Set(
            Self.everything.filter { rights.allow($0.1, on: $0.0, at: Place()) }
                .map { "\($0.0.rawValue).\($0.1.rawValue)" })

        #expect(allowed == Self.allowed(role))
    }

    /// At the desk for one's own account.
    private static let own = "account.change-own"

    private static func allowed(_ role: Account.Role) -> Set<String> {
        let all = Set(everything.map { "\($0.0.rawValue).\($0.1.rawValue)" })
        return switch role {
        case .admin: all
        case .organiser:
            all.filter { name in
                !["register.", "account.", "token.", "webhook.", "suppression."].contains {
                    name.hasPrefix($0)
                }
            }.subtracting(["person.erase", "person.opt-in"]).union([own])
        case .focalPoint:
            [
                "person.add", "person.edit", "organisation.add", "registration.nominate",
                "registration.tell-needs", "import.import", own,
            ]
        case .desk:
            ["registration.mark", "registration.unmark", "event.count", "session.count", own]
        case .viewer: [own]
        }
    }

    @Test(arguments: Account.Role.allCases)
    func `each role sees what is written here`(role: Account.Role) {
        let rights = Rights(role: role, scope: Account.Scope())

        let seen = Set(Sight.allCases.filter { rights.see($0) })

        let expected: Set<Sight> =
            switch role {
            case .admin: Set(Sight.allCases)
            case .organiser: [.figures, .names, .mail, .lists]
            case .focalPoint, .desk: [.names]
            case .viewer: [.figures]
            }
        #expect(seen == expected)
    }

    @Test func `a scope reaches its events, and its programmes with their stages`() {
        let scope = Account.Scope(programmes: [.init(1)], events: [.init(7)])
        let rights = Rights(role: .organiser, scope: scope)
        let places = [
            Place(event: .init(7)), Place(event: .init(8), programmes: [.init(2), .init(1)]),
            Place(event: .init(9), programmes: [.init(2)]), Place(),
        ]

        #expect(
            places.map { rights.allow(.edit, on: .event, at: $0) } == [true, true, false, false])
    }

    @Test func `a country bounds people, and nothing else`() {
        let country = Country(code: "KZ")
        let rights = Rights(role: .focalPoint, scope: Account.Scope(country: country))
        let places = [
            Place(country: country, isSomebodys: true),
            Place(country: Country(code: "UA"), isSomebodys: true), Place(isSomebodys: true),
        ]

        #expect(
            places.map { rights.allow(.nominate, on: .registration, at: $0) } == [
                true, false, false,
            ])
        #expect(rights.allow(.add, on: .organisation, at: Place()))
    }
}
