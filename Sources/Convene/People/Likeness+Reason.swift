extension Likeness {
    /// One thing that speaks for or against two people being one; the raw value is for programs.
    package enum Reason: String, Sendable, CaseIterable {
        case sameName = "same-name"
        case otherScript = "other-script"
        case spelledAlike = "spelled-alike"
        case familyAlike = "family-alike"
        case givenAlike = "given-alike"
        case bothAlike = "both-alike"
        case initial
        case initialAlike = "initial-alike"
        case oneOfSeveralNames = "one-of-several-names"
        case oneOfSeveralAlike = "one-of-several-alike"
        case partOfFamily = "part-of-family-name"
        case swapped
        case commonName = "common-name"
        case samePatronymic = "same-patronymic"
        case otherPatronymic = "other-patronymic"
        case sameGender = "same-gender"
        case otherGender = "other-gender"
        case sameCountry = "same-country"
        case otherCountry = "other-country"
        case sameOrganisation = "same-organisation"
        case otherOrganisation = "other-organisation"
        case sameMailbox = "same-mailbox"

        /// The logarithm of the odds that this adds, or takes away.
        var weight: Double {
            switch self {
            case .sameName: 6
            case .otherScript: 5.9
            case .spelledAlike: 5.8
            case .familyAlike: 5.2
            case .givenAlike: 5.1
            case .bothAlike: 3.6
            case .initial: 2.6
            case .initialAlike: 2.2
            case .oneOfSeveralNames: 4.4
            case .oneOfSeveralAlike: 3.8
            case .partOfFamily: 4.6
            case .swapped: -0.2
            case .commonName: -1.75
            case .samePatronymic: 2.5
            case .otherPatronymic: -6
            case .sameGender: 0.5
            case .otherGender: -6
            case .sameCountry: 1.2
            case .otherCountry: -2.7
            case .sameOrganisation: 1.5
            case .otherOrganisation: -1.2
            case .sameMailbox: 2
            }
        }

        package var speaksFor: Bool { weight > 0 }

        /// The reason in words: `the same name in the other script`.
        package var words: String {
            switch self {
            case .sameName: "the same name"
            case .otherScript: "the same name in the other script"
            case .spelledAlike: "the same name in another spelling"
            case .familyAlike: "the family name is spelled alike"
            case .givenAlike: "the given name is spelled alike"
            case .bothAlike: "both names are spelled alike"
            case .initial: "the initial fits"
            case .initialAlike: "the initial fits a family name that is spelled alike"
            case .oneOfSeveralNames: "one of several given names"
            case .oneOfSeveralAlike: "one of several given names, the family name spelled alike"
            case .partOfFamily: "one of two family names"
            case .swapped: "given and family name change places"
            case .commonName: "many bear this name"
            case .samePatronymic: "the same patronymic"
            case .otherPatronymic: "another patronymic"
            case .sameGender: "the same gender"
            case .otherGender: "another gender"
            case .sameCountry: "the same country"
            case .otherCountry: "another country"
            case .sameOrganisation: "the same organisation"
            case .otherOrganisation: "another organisation"
            case .sameMailbox: "the same name before the @"
            }
        }
    }

    /// The reasons in a line: what speaks for it, then what speaks against it.
    package var words: String {
        let apart = reasons.filter(\.speaksFor) + reasons.filter { !$0.speaksFor }
        return apart.map { $0.speaksFor ? $0.words : "but " + $0.words }.joined(separator: ", ")
    }

    /// The score in whole hundredths, as people read it: `93 %`.
    package var percent: String { "\(Int(score * 100)) %" }
}
