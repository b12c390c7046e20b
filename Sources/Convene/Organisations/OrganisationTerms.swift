/// The common words of organisations' names, by the beginnings that they have in English, Russian,
/// French and the languages beside them.
enum OrganisationTerms {
    struct Term: Sendable {
        let meaning: String
        /// With which letters the word begins in one of the languages.
        let letters: Set<UInt8>
        let isPlace: Bool
    }

    static let republic = "republic"

    /// Words that carry no meaning of their own.
    static let small: Set<String> = Set(
        ("of the and for in on at to a an i v na po pri dlia imeni im named after de la le les du"
            + " des et d l pour")
            .split(separator: " ").map(String.init))

    /// The term that a word is, in the form in which names are looked up.
    static func term(of word: String) -> Term? {
        var beginning = word
        while beginning.utf8.count > 1 {
            if let known = table[beginning] {
                return known.whole && beginning != word ? nil : known.term
            }
            beginning.removeLast()
        }
        return nil
    }

    private static let table: [String: (term: Term, whole: Bool)] = {
        var table: [String: (term: Term, whole: Bool)] = [:]
        for (rows, isPlace) in [(terms, false), (places, true)] {
            for row in rows.split(separator: "\n") {
                let sides = row.split(separator: "=").map {
                    $0.split(separator: " ").map(String.init)
                }
                guard sides.count == 2, let meaning = sides[0].first else { continue }
                let term = Term(
                    meaning: meaning, letters: Set(sides[1].compactMap(\.utf8.first)),
                    isPlace: isPlace)
                // A full stop: the word itself rather than its beginning.
                for stem in sides[1] {
                    let isWhole = stem.hasSuffix(".")
                    table[isWhole ? String(stem.dropLast()) : stem] = (term, isWhole)
                }
            }
        }
        return table
    }()

    static let placeMeanings = Set(
        places.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
    )

    private static let terms = """
        museum=muse muze
        national=nation natsion natsiion ult ulut mili
        state=state. gosudarstv memleket davlat dovlat deviet etat.
        ministry=minist
        culture=cultur kultur madani madeni
        information=inform
        foreign=foreign inostran zarubezh
        affairs=afair del. dela.
        art=art arts. iskustv khudozhestven izobraziteln beaux-arts
        artist=artist khudozhnik
        fine=fine. izobrazitelnikh
        gallery=galer
        history=histor istor tarikh tarih tarix
        ethnography=ethnogr etnogr
        archaeology=archae archeo arkheo
        local=kraeved
        union=union soiuz uiushma
        institute=institut
        committee=comit komit
        commission=comis komis
        council=council sovet conseil
        icom=icom ikom
        unesco=unesco iunesko
        television=televi
        radio=radio
        company=compan kompan
        library=librar bibliot
        archive=archiv arkhiv
        university=universit
        school=school shkol ecole
        academy=academ akadem
        science=scien nauk nauchn
        research=research isledovat recherch
        education=educ obrazovan prosveshch
        theatre=theat teatr
        centre=cent tsentr
        reserve=reserv zapoved
        heritage=heritag nasledi patrimoin
        regional=region oblast
        city=city. municip gorod vile.
        department=depart upravlen
        agency=agen
        association=asoci asots
        society=society. obshchestv societe.
        foundation=found fond fund
        house=house. dom. maison.
        palace=palac dvorets dvortsa palais
        memorial=memor
        park=park parc
        tourism=touris turiz
        sport=sport
        youth=youth molodezh jeunes
        republic=republ respubl zhumhur
        """

    private static let places = """
        armenia=armen arminfo
        azerbaijan=azerb
        belarus=belar
        georgia=georgia. gruzi
        kazakhstan=kazakh kazak qazaq
        kyrgyzstan=kirgi qirgi
        moldova=moldov moldav
        mongolia=mongol
        russia=rusia rosi rus. ruski
        tajikistan=tajik tadzhik tojik
        turkmenistan=turkmen
        ukraine=ukra
        uzbekistan=uzbek ozbek
        """
}
