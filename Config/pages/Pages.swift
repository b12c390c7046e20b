/// The pages that ship inside the binary: templates, words, style.
package enum Pages {
    /// The files by the names that an office's own folder would give them.
    package static let files: [(name: String, bytes: [UInt8])] =
        layouts + parts + others + officers

    private static let layouts: [(name: String, bytes: [UInt8])] = [
        ("layout.mustache", PackageResources.layout_mustache),
        ("events.mustache", PackageResources.events_mustache),
        ("event.mustache", PackageResources.event_mustache),
        ("register.mustache", PackageResources.register_mustache),
        ("registered.mustache", PackageResources.registered_mustache),
        ("answer.mustache", PackageResources.answer_mustache),
        ("me.mustache", PackageResources.me_mustache),
        ("unsubscribe.mustache", PackageResources.unsubscribe_mustache),
        ("certificates.mustache", PackageResources.certificates_mustache),
        ("certificate.mustache", PackageResources.certificate_mustache),
        ("problem.mustache", PackageResources.problem_mustache),
    ]

    private static let parts: [(name: String, bytes: [UInt8])] = [
        ("facts.mustache", PackageResources.facts_mustache),
        ("faults.mustache", PackageResources.faults_mustache),
        ("fields.mustache", PackageResources.fields_mustache),
    ]

    private static let others: [(name: String, bytes: [UInt8])] = [
        ("words_en.txt", PackageResources.words_en_txt),
        ("words_ru.txt", PackageResources.words_ru_txt),
        ("words_fr.txt", PackageResources.words_fr_txt),
        ("convene.css", PackageResources.convene_css),
        ("convene.svg", PackageResources.convene_svg),
    ]
}
