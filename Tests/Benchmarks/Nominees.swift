import Convene

/// People for lists of any length, the same on every run: names put together from syllables of four
/// scripts, ten countries, three hundred organisations.
enum Nominees {
    /// A list of the shape that national commissions send, nine columns, in UTF-8.
    static func list(_ count: Int) -> String {
        var text =
            "given_name,family_name,gender,country,email,organisation,stakeholder,position,language\n"
        for number in 0..<count {
            text +=
                [
                    given(number), family(number), gender(number).rawValue, country(number),
                    address(number), organisation(number * 7 % organisations),
                    groups[number % groups.count], positions[number % positions.count], "ru",
                ].joined(separator: ",") + "\n"
        }
        return text
    }

    /// One of them as somebody would enter them by hand.
    static func draft(_ number: Int) throws -> PersonDraft {
        PersonDraft(
            person: Person(
                name: try PersonName(given: given(number), family: family(number)),
                gender: gender(number), country: try Country.reading(country(number)),
                addresses: [try EmailAddress(address(number))],
                stakeholder: try StakeholderGroup.reading(groups[number % groups.count]),
                position: positions[number % positions.count]),
            organisation: organisation(number * 7 % organisations))
    }

    static func organisation(_ number: Int) -> String {
        let kind = ["Museum of", "Министерство", "Academy of", "Musée de", "Союз"][number % 5]
        return "\(kind) \(word(number * 31 + 5, of: number % 2)) №\(number)"
    }

    static let organisations = 300

    private static func given(_ number: Int) -> String { word(number, of: number % 4) }

    private static func family(_ number: Int) -> String {
        word(number * 13 + 7, of: number % 4) + word(number / 9, of: number % 4).lowercased()
    }

    private static func gender(_ number: Int) -> Gender {
        number % 29 == 0 ? .undisclosed : number.isMultiple(of: 2) ? .female : .male
    }

    private static func country(_ number: Int) -> String { countries[number / 3 % countries.count] }

    private static func address(_ number: Int) -> String { "nominee.\(number)@example.org" }

    /// Two or three syllables of a script, the first with a capital.
    private static func word(_ number: Int, of script: Int) -> String {
        let syllables = scripts[script]
        var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        var word = ""
        for _ in 0..<(2 + number % 2) {
            mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
            word += syllables[Int(mixed >> 40) % syllables.count]
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let scripts = [
        "ba re mi do shu lan kér ti vo nur el gé sa zhan or",
        "ба ре ми до шу лан кер ти во нур эл ге са жан ор ий",
        "բա րե մի դո շու լան կեր տի վո նուր էլ գե սա ժան օր",
        "ბა რე მი დო შუ ლან კერ ტი ვო ნურ ელ გე სა ჟან ორ",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let countries = ["AM", "AZ", "BY", "GE", "KZ", "KG", "MD", "TJ", "UA", "UZ"]
    private static let groups = ["ministry", "museum", "media", "union", "academia", "ngo"]
    private static let positions = ["Head of education", "Researcher", "Специалист", "Curator"]
}
