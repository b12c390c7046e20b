extension Term {
    /// What a word says in a term.
    enum Word: Equatable {
        case month(Int)
        case quarter
        case ordinal(Int)
        case ordinalEnding
        case until
        case and
        case filler

        /// Reads a word of English, Russian or French in any case, or nothing.
        init?(_ word: String) {
            // In plain letters и would be the Roman one.
            if ["и", "И"].contains(word) {
                self = .and
            } else {
                guard let known = Word.known[NameKey.search(word)] else { return nil }
                self = known
            }
        }

        private static let known: [String: Word] = {
            var known: [String: Word] = [:]
            func enter(_ row: String, _ meaning: Word) {
                for word in row.split(separator: " ") {
                    known[NameKey.search(String(word))] = meaning
                }
            }
            for (index, row) in months.enumerated() { enter(row, .month(index + 1)) }
            for (index, row) in ordinals.enumerated() { enter(row, .ordinal(index + 1)) }
            enter(
                "quarter quarters qtr q квартал квартала кварталы кв trimestre trimestres t",
                .quarter)
            enter("st nd rd th er ere re e eme ieme nde й ый ой ий го е ого", .ordinalEnding)
            enter("to till until through по до au à", .until)
            enter("and et", .and)
            enter("of the in from year с в г год года году годы гг de du d le les en an l", .filler)
            return known
        }()

        private static let months = [
            "january jan janvier janv январь января январе янв",
            "february feb février févr fév февраль февраля феврале фев февр",
            "march mar mars март марта марте мар",
            "april apr avril avr апрель апреля апреле апр",
            "may mai май мая мае",
            "june jun juin июнь июня июне июн",
            "july jul juillet juil июль июля июле июл",
            "august aug août август августа августе авг",
            "september sept sep septembre сентябрь сентября сентябре сент сен",
            "october oct octobre октябрь октября октябре окт",
            "november nov novembre ноябрь ноября ноябре нояб ноя",
            "december dec décembre déc декабрь декабря декабре дек",
        ]

        private static let ordinals = [
            "first i premier première первый первого первом",
            "second ii deuxième второй второго втором",
            "third iii troisième третий третьего третьем",
            "fourth iv quatrième четвертый четвёртый четвертого четвёртого четвертом",
        ]
    }
}
