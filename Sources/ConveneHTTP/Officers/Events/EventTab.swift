import Convene

/// The parts of an event's pages.
enum EventTab: String, CaseIterable {
    case registrations, enter, list, invitations, letters, questions, sessions
    case checkIn = "check-in"
    case outcomes, edit

    var path: String { self == .registrations ? "" : "/\(rawValue)" }

    /// Whether it is worth leading somebody there; the desks hold it whatever is offered.
    func isOffered(to visit: Visit) -> Bool {
        switch self {
        case .registrations, .sessions, .outcomes: true
        case .invitations, .questions: visit.officer?.rights.see(.names) == true
        case .checkIn: visit.offers(.mark, on: .registration)
        case .enter: visit.offers(.nominate, on: .registration)
        case .list: visit.offers(.importList, on: .list)
        case .letters: visit.offers(.tell, on: .registration)
        case .edit: visit.offers(.edit, on: .event)
        }
    }
}

extension House {
    /// What stands at the head of all pages of an event.
    func eventHead(_ event: Event, tab: EventTab, _ visit: Visit) -> [String: Any] {
        let words = words(visit)
        return [
            "kind": kind(event.kind, visit), "action": event.path, "has-head": true,
            "tabs": EventTab.allCases.filter { $0.isOffered(to: visit) }.map {
                [
                    "way": visit.to(event, $0.path), "tab": words["desk.tab.\($0.rawValue)"],
                    "is-here": $0 == tab,
                ]
            },
        ]
    }

    /// The numbers of a long table's pages.
    func paging(_ count: Int, _ length: Int, _ page: Int) -> [String: Any] {
        let pages = (count + length - 1) / length
        return [
            "has-pages": pages > 1,
            "pages": (1...max(1, pages)).map { ["page-number": $0, "is-here": $0 == page] },
        ]
    }
}
