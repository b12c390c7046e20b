import Convene
import ConveneReports

extension APIRoute {
    static let organisations: [APIRoute] = [
        .list(
            "/organisations", "organisations.list", "Institutions, each once.",
            .page("organisations", of: .organisationLine),
            filters: [.one("name", .name, "Only those of which a name begins so.")]
        ) { call in
            .list(
                .organisations(
                    try await call.office.organisationDesk(call.actor).list(
                        matching: call.filter("name"), limit: call.page.reach)))
        },
        .add(
            "/organisations", "organisations.add", "Adds an organisation.",
            takes: .organisationNew, .organisationLine
        ) { call in
            var organisation = Organisation(name: call.body.text("name") ?? "")
            try call.body.apply(to: &organisation)
            let added = try await call.office.organisationDesk(call.actor).add(organisation)
            return .made(
                Card.organisation(added), at: "/organisations/O\(added.id.rawValue)")
        },
        .read(
            "/organisations/{organisation}", "organisations.show", "One organisation.",
            .organisationLine
        ) { call in
            .thing(
                Card.organisation(
                    try await call.office.organisationDesk(call.actor).organisation(
                        call.part("organisation"))))
        },
        .change(
            "/organisations/{organisation}", "organisations.change",
            "Changes an organisation; its former name stays known.", takes: .organisationChange,
            .organisationLine
        ) { call in
            let desk = call.office.organisationDesk(call.actor)
            let before = try await desk.organisation(call.part("organisation"))
            try call.check(Card.organisation(before))
            let edited = try await desk.edit("O\(before.id.rawValue)") { organisation in
                try call.check(organisation, is: before)
                try call.body.apply(to: &organisation)
            }
            return .thing(Card.organisation(edited))
        },
    ]
}

extension Members {
    fileprivate func apply(to organisation: inout Organisation) throws {
        if let name = text("name"), name != organisation.name {
            organisation.otherNames.append(organisation.name)
            organisation.name = name
        }
        organisation.otherNames += texts("other_names") ?? []
        organisation.otherNames.removeAll { $0 == organisation.name }
        if isCleared("stakeholder") { organisation.stakeholder = nil }
        if let group = choice("stakeholder", as: StakeholderGroup.self) {
            organisation.stakeholder = group
        }
        try change("country", &organisation.country) { try Country.reading($0) }
        change("city", &organisation.city) { $0 }
    }
}
