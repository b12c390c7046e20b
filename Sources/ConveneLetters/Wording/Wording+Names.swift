import Convene
import Foundation

extension Wording {
    /// The person's name in the script of this language, where the register has it in both.
    func name(of person: Person) -> PersonName {
        guard let script = PersonName.Script(rawValue: text("script")),
            let other = person.otherName, person.name.script != script, other.script == script
        else { return person.name }
        return other
    }

    /// How a letter begins. It is by gender where the language asks for that, and without where
    /// the person did not say, or said other.
    func salutation(of person: Person) -> String {
        let name = name(of: person)
        let formal =
            name.patronymic.isEmpty || name.given.isEmpty
            ? [name.given, name.family] : [name.given, name.patronymic]
        let key =
            switch person.gender {
            case .female: "salutation-female"
            case .male: "salutation-male"
            case .other, .undisclosed: "salutation-other"
            }
        return text(
            key,
            [
                "name": [name.given, name.family].joined(separator: " ").onOneLine,
                "formal": formal.joined(separator: " ").onOneLine,
                "family": (name.family.isEmpty ? name.given : name.family).onOneLine,
            ])
    }

    /// What a language is called in this one; its code where nobody knows.
    func name(of other: Language) -> String {
        Locale(identifier: language.code).localizedString(forLanguageCode: other.code) ?? other.code
    }
}
