import Convene

struct OrganisationMergeRecord: Codable {
    private var before: OrganisationRecord
    private var after: OrganisationRecord
    private var gone: OrganisationRecord
    private var own: ReferencesRecord
    private var moved: ReferencesRecord

    init(_ merge: OrganisationMerge) {
        before = OrganisationRecord(merge.before)
        after = OrganisationRecord(merge.after)
        gone = OrganisationRecord(merge.gone)
        own = ReferencesRecord(merge.own)
        moved = ReferencesRecord(merge.moved)
    }

    var merge: OrganisationMerge {
        OrganisationMerge(
            before: before.organisation, after: after.organisation, gone: gone.organisation,
            own: own.references, moved: moved.references)
    }
}

private struct OrganisationRecord: Codable {
    var id: Int64
    var name: String
    var otherNames: [String]
    var stakeholder: String?
    var country: String?
    var city: String

    init(_ organisation: Organisation) {
        id = organisation.id.rawValue
        name = organisation.name
        otherNames = organisation.otherNames
        stakeholder = organisation.stakeholder?.rawValue
        country = organisation.country?.code
        city = organisation.city
    }

    var organisation: Organisation {
        Organisation(
            id: .init(id), name: name, otherNames: otherNames,
            stakeholder: stakeholder.flatMap { StakeholderGroup(rawValue: $0) },
            country: country.flatMap { Country(code: $0) }, city: city)
    }
}

private struct ReferencesRecord: Codable {
    var people: [Int64]
    var registrations: [Int64]
    var events: [Part]
    var programmes: [Part]

    struct Part: Codable {
        var subject: Int64
        var part: String
        var position: Int

        init<Subject>(_ part: OrganisationReferences.Part<Subject>) {
            subject = part.subject.rawValue
            self.part = part.part.rawValue
            position = part.position
        }

        func restored<Subject>() -> OrganisationReferences.Part<Subject>? {
            Organisation.Part(rawValue: part).map {
                .init(subject: .init(subject), part: $0, position: position)
            }
        }
    }

    init(_ references: OrganisationReferences) {
        people = references.people.map(\.rawValue)
        registrations = references.registrations.map(\.rawValue)
        events = references.events.map { Part($0) }
        programmes = references.programmes.map { Part($0) }
    }

    var references: OrganisationReferences {
        OrganisationReferences(
            people: people.map { .init($0) }, registrations: registrations.map { .init($0) },
            events: events.compactMap { $0.restored() },
            programmes: programmes.compactMap { $0.restored() })
    }
}
