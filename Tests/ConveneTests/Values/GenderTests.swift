import Convene
import Testing

@Suite struct GenderTests {
    @Test(
        arguments: [
            ("female", Gender.female), ("F", .female), ("w", .female), ("woman", .female),
            ("ж", .female), ("Ж.", .female), ("жен", .female), ("женский", .female),
            ("г-жа", .female), ("Ms", .female), ("Mrs.", .female), ("Mme", .female),
            ("femme", .female), ("Féminin", .female),
            ("male", .male), ("m", .male), ("м", .male), ("муж", .male), ("мужской", .male),
            ("г-н", .male), ("Mr", .male), ("M.", .male), ("homme", .male), ("h", .male),
            ("other", .other), ("x", .other), ("другой", .other), ("autre", .other),
            ("undisclosed", .undisclosed), ("Prefer not to say", .undisclosed),
            ("не указан", .undisclosed), ("n/a", .undisclosed), ("non précisé", .undisclosed),
        ])
    func `a gender is read from a word, a letter or a form of address`(
        _ written: String, _ gender: Gender
    ) throws {
        #expect(try Gender.reading(written) == gender)
    }

    @Test(arguments: ["unsure", "", "Айгуль", "Dr", "1", "fm"])
    func `anything else is refused with what would be right`(_ written: String) {
        let problem = #expect(throws: Problem.self) { try Gender.reading(written) }

        #expect(problem?.code == .genderUnknown)
        for gender in Gender.allCases {
            #expect(problem?.message.contains(gender.rawValue) == true)
        }
    }
}
