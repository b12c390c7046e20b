import Convene
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The places of the officers' pages that every page leads to.
enum DeskPlace: String, CaseIterable {
    case start, events, people, programmes, figures, lists, outbox, audit, accounts

    var path: String { self == .start ? "/office" : "/office/\(rawValue)" }

    /// Whether it is worth leading somebody there; the desks hold it whatever is offered.
    func isOffered(to officer: SignedIn?) -> Bool {
        guard let rights = officer?.rights else { return false }
        switch self {
        case .start, .events, .programmes: return true
        case .people: return rights.see(.names) && rights.role != .desk
        case .figures: return rights.see(.figures)
        case .outbox: return rights.see(.mail)
        case .lists: return rights.see(.lists) || rights.offer(.importList, on: .list)
        case .audit: return rights.see(.audit)
        case .accounts: return rights.see(.accounts)
        }
    }
}

extension House {
    /// Where officers sign in.
    static let door = "/office/sign-in"

    /// The officers' pages, behind the door.
    func addOffice(to router: Router<Visit>) {
        let office = router.group().add(middleware: Doorkeeper(house: self))
        addSignIn(to: office)
        addStart(to: office)
        addEventList(to: office)
        addEventDesk(to: office)
        addEventStatus(to: office)
        addEventEditing(to: office)
        addSessions(to: office)
        addOutcomes(to: office)
        addLetters(to: office)
        addRegistrationActs(to: office)
        addRegistrationFile(to: office)
        addEntry(to: office)
        addInvitations(to: office)
        addQuestions(to: office)
        addCheckIn(to: office)
        addHeadCounts(to: office)
        addFigures(to: office)
        addPeople(to: office)
        addDuplicates(to: office)
        addOutbox(to: office)
        addProgrammes(to: office)
        addProgrammeEditing(to: office)
        addActivities(to: office)
        addLists(to: office)
        addWaitingLists(to: office)
        addBatches(to: office)
        addAccounts(to: office)
        addAccountActs(to: office)
        addOwnAccount(to: office)
        addAudit(to: office)
    }

    /// A page for officers: as ``page(_:titled:_:_:status:headers:)``, with the ways to the other
    /// places.
    func desk(
        _ name: String, titled title: String, in place: DeskPlace? = nil, _ visit: Visit,
        _ values: [String: Any] = [:], status: HTTPResponse.Status = .ok
    ) -> Response {
        let words = words(visit)
        var all: [String: Any] = [
            "account": visit.officer?.account.name ?? "",
            "places": DeskPlace.allCases.filter { $0.isOffered(to: visit.officer) }.map {
                [
                    "way": $0.path + visit.languageQuery, "place": words["desk.\($0.rawValue)"],
                    "is-here": $0 == place,
                ]
            },
        ]
        all.merge(values) { $1 }
        return page(name, titled: title, visit, all, status: status)
    }

    func words(_ visit: Visit) -> PageWords { pages.words(in: visit.language) }

    /// Why something was not done, on a page for officers.
    func deskPage(of refusal: Refusal, _ request: Request, _ visit: Visit) -> Response {
        let words = words(visit)
        var values: [String: Any] = [
            "text": words.text(of: refusal), "number": visit.number,
            "details": refusal.problem?.details ?? [],
            "has-details": refusal.problem?.details.isEmpty == false,
            "is-fault": refusal.status == .internalServerError,
        ]
        values.add("said", nil)
        return desk(
            "desk-problem", titled: words["problem.title"], visit, values, status: refusal.status)
    }
}

/// What is read, or nothing where it is not for whoever asks.
func ifAllowed<T: Sendable>(_ read: () async throws -> T) async throws -> T? {
    do {
        return try await read()
    } catch let problem as Problem where problem.code == .accessDenied {
        return nil
    }
}

extension Visit {
    /// Whoever has signed in.
    ///
    /// - Throws: HTTP 401 where nobody has, which the doorkeeper sees to.
    func signedIn() throws -> SignedIn {
        guard let officer else { throw HTTPError(.unauthorized) }
        return officer
    }

    var actor: Actor {
        get throws { try signedIn().actor }
    }

    /// Whether an act is worth offering; the desks hold it whatever is offered.
    func offers(_ act: AuditEntry.Act, on kind: AuditEntry.Subject.Kind) -> Bool {
        officer?.rights.offer(act, on: kind) == true
    }

    /// The code of an event or a programme in the path.
    ///
    /// Not to be inlined: a call that throws just a `Problem`, within a route that suspends, crashes
    /// Swift 6.3's optimizer (“While splitting coroutine”).
    ///
    /// - Throws: HTTP 404, `value.invalid`.
    @inline(never)
    func code(_ name: String = "event") throws -> Code { try Code(part(name)) }

    /// An address of ours, with a query that keeps the language.
    func to(_ path: String, _ items: KeyValuePairs<String, String> = [:]) -> String {
        path + query(items)
    }

    func to(_ event: Event, _ path: String = "", _ items: KeyValuePairs<String, String> = [:])
        -> String
    { to(event.path + path, items) }
}

extension Event {
    /// Where officers find it.
    var path: String { "/office/events/\(PercentText.encoded(code.text))" }
}

extension Person {
    var path: String { "/office/people/\(id.text)" }
}

extension PageWords {
    /// Why something was not done, in the words of officers.
    func text(of refusal: Refusal) -> String {
        if let problem = refusal.problem { return text(of: problem) }
        return text("status.\(refusal.status.code)") ?? self["status.other"]
    }

    /// A refusal in a sentence: ours for the pages, or that of the register, which is in English.
    func text(of problem: Problem) -> String {
        text("desk.problem.\(problem.code.rawValue)") ?? problem.message
    }

    /// What was done, as the address of the page after it says: a key with a number.
    func said(_ request: Request) -> String? {
        guard let key = request.uri.queryParameters.get("said") else { return nil }
        let count = request.uri.queryParameters.get("n").flatMap { Int($0) }
        if let count, let text = plural("desk.said.\(key)", count: count) { return text }
        return text("desk.said.\(key)")
    }

    /// The text for a number, where there is one.
    func plural(_ key: String, count: Int) -> String? {
        text("\(key).other") == nil ? nil : text(key, count: count)
    }

    /// Several cases as options of a menu.
    func options<T: CaseIterable & RawRepresentable>(_: T.Type, _ key: String)
        -> [FormField.Option] where T.RawValue == String
    { T.allCases.map { .init($0.rawValue, self["\(key).\($0.rawValue)"]) } }
}

extension Date {
    /// `2011-10-03 09:00`, by UTC or as the clocks of a zone say.
    func minute(in zone: Zone = .utc) -> String {
        let seconds = Int(timeIntervalSince1970.rounded(.down)) + zone.offset(at: self)
        let day = Day(daysSince1970: Int((Double(seconds) / 86_400).rounded(.down)))
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.text) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension FormField {
    /// A menu that lets everything through while nothing is chosen.
    static func filter(
        _ id: String, _ label: String, _ options: [Option], _ value: String?, all: String
    ) -> FormField {
        var field = FormField(id, label, .menu(options), value.map { [$0] } ?? [])
        field.unchosen = all
        return field
    }
}
