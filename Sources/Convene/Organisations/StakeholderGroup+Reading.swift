extension StakeholderGroup {
    /// The group that somebody wrote down in English, Russian or French: `museum`, `НКО`,
    /// `secteur privé`.
    ///
    /// - Throws: `stakeholder.unknown`, with the words that would be right.
    package static func reading(_ text: String) throws(Problem) -> StakeholderGroup {
        guard text.utf8.count <= 200, let group = known[NameKey.search(text)] else {
            throw .stakeholderUnknown(text.withoutBlanksAround)
        }
        return group
    }

    private static let known = Wording.meanings(of: [
        (
            ministry,
            "ministry; ministries; government; governmental; gov; public authority; state body"
        ),
        (ministry, "public sector; local government; municipality"),
        (ministry, "министерство; правительство; госорган; государственный орган; органы власти"),
        (ministry, "орган власти; акимат; администрация"),
        (ministry, "ministère; gouvernement; administration; autorité publique; secteur public"),
        (museum, "museum; museums; gallery; музей; музеи; галерея; musée; musées; galerie"),
        (media, "media; mass media; press; journalist; journalists; television; radio"),
        (media, "сми; медиа; пресса; журналист; журналисты; телевидение; радио"),
        (media, "médias; média; presse; journaliste; télévision"),
        (
            union,
            "union; unions; creative union; trade union; professional association; artists’ union"
        ),
        (union, "союз; творческий союз; профсоюз; профессиональная ассоциация"),
        (union, "syndicat; union professionnelle; union d’artistes; association professionnelle"),
        (academia, "academia; academic; academy; university; universities; research; education"),
        (academia, "institute; school; научное учреждение; наука; университет; вуз; институт"),
        (academia, "академия; академические круги; образование; школа"),
        (academia, "université; milieu universitaire; milieux universitaires; académie; recherche"),
        (academia, "enseignement; institut; école"),
        (
            ngo,
            "ngo; ngos; non-governmental organisation; non-governmental organization; non-profit"
        ),
        (ngo, "civil society; cso; civil society organisation; civil society organization; npo"),
        (
            ngo,
            "нпо; нко; общественная организация; гражданское общество; некоммерческая организация"
        ),
        (ngo, "неправительственная организация; ong; société civile; osc; association"),
        (ngo, "organisation non gouvernementale"),
        (privateSector, "private; private sector; business; company; industry"),
        (privateSector, "частный; частный сектор; бизнес; компания; предприниматель"),
        (privateSector, "privé; secteur privé; entreprise"),
        (un, "un; united nations; un agency; un system; unesco; international organisation"),
        (
            un,
            "international organization; igo; оон; юнеско; международная организация; учреждение оон"
        ),
        (un, "onu; nations unies; organisation internationale"),
        (other, "other; others; другое; другая; другой; прочее; прочие; иное; autre; autres"),
    ])
}

extension Problem {
    static func stakeholderUnknown(_ text: String) -> Problem {
        let groups = StakeholderGroup.allCases.map(\.rawValue)
        let list = groups.dropLast().joined(separator: ", ") + " or " + (groups.last ?? "")
        let subject =
            text.isEmpty
            ? "The stakeholder group is missing" : "\(text.excerpt) is no stakeholder group"
        return Problem(.stakeholderUnknown, "\(subject): write \(list).")
    }
}
