import Convene

/// The form of one session: its day, its times, and whether it counts.
struct SessionForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    init(_ session: Session) {
        data = FormData([
            "day": [session.day.text], "session-title": [session.title],
            "starts": [session.starts?.text ?? ""], "ends": [session.ends?.text ?? ""],
            "counts": [session.counts ? "yes" : ""],
        ])
    }

    /// A new session counts unless said otherwise.
    static var new: SessionForm { SessionForm(FormData(["counts": ["yes"]])) }

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "day", words["desk.day"], .line("date"), data.all("day"), isRequired: true),
            FormField(
                "session-title", words["desk.session.title"], .line("text"),
                data.all("session-title")),
            FormField(
                "starts", words["desk.session.starts"], .line("time"), data.all("starts"),
                hint: words["desk.session.starts-hint"]),
            FormField("ends", words["desk.session.ends"], .line("time"), data.all("ends")),
            FormField(
                "counts", words["desk.completion"],
                .boxes([.init("yes", words["desk.session.counts"])]), data.all("counts")),
            Self.quietField("quiet", data.all("quiet"), words),
        ]
    }

    /// Asks whether nobody is to hear of it.
    static func quietField(_ name: String, _ values: [String], _ words: PageWords) -> FormField {
        FormField(
            name, words["desk.telling"], .boxes([.init("yes", words["desk.quiet"])]), values,
            hint: words["desk.session.quiet-hint"])
    }

    /// Whether those who were invited hear of it.
    var isTelling: Bool { !data.has("quiet") }

    /// - Throws: ``FormFaults`` with every field that can't be read.
    func apply(to session: inout Session) throws {
        var faults = FormFaults()
        let day = Day(data["day"])
        if day == nil { faults.add("day.invalid", to: "day") }
        let starts = time("starts", &faults)
        let ends = time("ends", &faults)
        guard let day, faults.isEmpty else { throw faults }
        session.day = day
        session.title = data["session-title"]
        (session.starts, session.ends) = (starts, ends)
        session.counts = data.has("counts")
    }

    /// The time at which a session is to be parted.
    ///
    /// - Throws: ``FormFaults``.
    func parting() throws -> TimeOfDay {
        guard let time = TimeOfDay(data["parting"]) else {
            var faults = FormFaults()
            faults.add("session.times", to: "parting")
            throw faults
        }
        return time
    }

    private func time(_ field: String, _ faults: inout FormFaults) -> TimeOfDay? {
        guard data.has(field) else { return nil }
        let time = TimeOfDay(data[field])
        if time == nil { faults.add("session.times", to: field) }
        return time
    }
}
