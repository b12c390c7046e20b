import Convene
import ConveneReports

extension APIRoute {
    static let merging: [APIRoute] = [
        .list(
            "/people/duplicates", "people.duplicates",
            "Pairs who may be one person, the likeliest first, and why.",
            .page("duplicates", of: .duplicate),
            filters: [
                .one("country", .countryWords, "Only pairs of whom one is of this country."),
                .one("threshold", .whole(0...100), "How sure it must be, in percent."),
            ], listDuplicates),
        .act(
            "/people/{person}/merge", "people.merge",
            "Makes two people one: the other goes into this one, field by field.", takes: .merge,
            .merged, merge),
        .act(
            "/people/{person}/unmerge", "people.unmerge",
            "Makes two of one again, as they were, by the number of who went.", takes: .nothing,
            .unmerged, unmerge),
        .act(
            "/people/{person}/tell-apart", "people.tell-apart",
            "Remembers that two people are not one: they are not proposed again.", takes: .other,
            .unmerged, tellApart),
    ]

    @Sendable private static func listDuplicates(_ call: APICall) async throws -> APIReply {
        let percent = call.filter("threshold").flatMap { Int($0) }
        let country = try call.filter("country").map { try Country.reading($0) }
        let pairs = try await call.office.personDesk(call.actor).duplicates(
            threshold: percent.map { Double($0) / 100 } ?? Likeness.threshold, country: country)
        return .list(.duplicates(pairs), by: .place)
    }

    @Sendable private static func merge(_ call: APICall) async throws -> APIReply {
        let desk = call.office.personDesk(call.actor)
        let (first, second) = (try call.person(), call.body.person("with"))
        let isPreview = call.body.flag("dry_run") == true
        let sides = call.body.sides
        let plan =
            try await isPreview
            ? desk.mergePlan(first, second, taking: sides)
            : desk.merge(first, second, taking: sides)
        return .card(.merge(plan, isPreview: isPreview))
    }

    @Sendable private static func unmerge(_ call: APICall) async throws -> APIReply {
        let (kept, back) = try await call.office.personDesk(call.actor).unmerge(call.person())
        return .done(["person": .text(kept.id.text), "other_person": .text(back.id.text)])
    }

    @Sendable private static func tellApart(_ call: APICall) async throws -> APIReply {
        let pair = try await call.office.personDesk(call.actor).tellApart(
            call.person(), call.body.person("with"))
        return .done(["person": .text(pair.0.id.text), "other_person": .text(pair.1.id.text)])
    }
}

extension Members {
    fileprivate func person(_ key: String) -> PersonMention { PersonMention(text(key) ?? "") }

    /// Whose value stays, by field.
    fileprivate var sides: [PersonMerge.Field: MergeSide] {
        let said = PersonMerge.Field.allCases.compactMap { field in
            members("take")?.choice(field.rawValue, as: MergeSide.self).map { (field, $0) }
        }
        return Dictionary(said) { first, _ in first }
    }
}
