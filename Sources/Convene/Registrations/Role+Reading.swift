extension Role {
    /// What somebody is at an event, in English, Russian or French: `trainer`, `эксперт`.
    ///
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Role {
        guard text.utf8.count <= 200, let role = known[NameKey.search(text)] else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a role: use \(allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return role
    }

    private static let known = Wording.meanings(of: [
        (
            participant,
            "participant; attendee; delegate; участник; участница; учасник; participante"
        ),
        (trainer, "trainer; coach; тренер; преподаватель; formateur; formatrice"),
        (expert, "expert; эксперт; експерт; experte; specialist; специалист"),
        (facilitator, "facilitator; moderator; фасилитатор; модератор; facilitateur; modérateur"),
        (speaker, "speaker; lecturer; докладчик; спикер; лектор; orateur; oratrice; intervenant"),
        (observer, "observer; наблюдатель; спостерігач; observateur; observatrice"),
        (organiser, "organiser; organizer; организатор; організатор; organisateur; organisatrice"),
        (interpreter, "interpreter; translator; переводчик; перекладач; interprète; traducteur"),
    ])
}
