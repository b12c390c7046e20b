import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

/// Every form of the officers' pages with its seal and without.
@Suite struct OfficerFormTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let page: String
        var action: String?
        let fields: [(String, String)]
        /// Where it leads once it is done.
        var leads: String?

        var testDescription: String { action ?? page }
    }

    private static let event = "/office/events/kyiv-2011"
    private static let forms =
        [
            Form(
                page: event, action: event + "/acts",
                fields: [("person", "P4"), ("to", "waitlisted"), ("confirmed", "yes")],
                leads: event + "?said=waitlisted&n=1"),
            Form(
                page: event, action: event + "/status",
                fields: [("status-to", "closed"), ("confirmed", "yes")],
                leads: event + "?said=status&n=0"),
            Form(
                page: event + "/enter",
                fields: [("as", "nominated"), ("given", "Sophie"), ("family", "Exemple")],
                leads: event + "/enter?said=entered-nominated&n=1"),
            Form(
                page: event + "/invitations", fields: [("whom", "all"), ("confirmed", "yes")],
                leads: event + "/invitations?said=invited&n=4"),
            Form(
                page: event + "/invitations", action: event + "/invitations/answer",
                fields: [("person", "P4"), ("answer", "declined"), ("channel", "telephone")],
                leads: event + "/invitations?said=answered&n=1"),
            Form(
                page: event + "/questions",
                fields: [
                    ("wording", "Which lunch?"), ("question-kind", "choice"),
                    ("choices", "Soup\r\nSalad"),
                ], leads: event + "/questions?said=question-added"),
            Form(
                page: event + "/questions", action: event + "/questions/1/remove", fields: [],
                leads: event + "/questions?said=question-removed"),
            Form(page: event + "/check-in/2", fields: [("who", "P1"), ("mark", "excused")]),
            Form(
                page: "/office/people/P1",
                fields: [
                    ("given", "Ada"), ("family", "Muster"), ("gender", "female"), ("country", "KG"),
                    ("email", "ada@example.org"),
                ], leads: "/office/people/P1?said=saved"),
            Form(
                page: "/office/people/duplicates/P1/P6", fields: [("confirmed", "yes")],
                leads: "/office/people/duplicates?said=merged&undo=P6"),
            Form(
                page: "/office/people/duplicates/P1/P6", fields: [("step", "apart")],
                leads: "/office/people/duplicates?said=apart"),
            Form(
                page: "/office/outbox", action: "/office/outbox/acts",
                fields: [("message", "M1"), ("mail-act", "hold")],
                leads: "/office/outbox?said=mail-hold&n=1"),
            Form(
                page: "/office/outbox", action: "/office/outbox/hold",
                fields: [("hold-reason", "until the list is settled")],
                leads: "/office/outbox?said=held"),
            Form(
                page: "/office/programmes/museums/plan/2011-7",
                fields: [("plan-act", "tick"), ("step", "1")],
                leads: "/office/programmes/museums/plan/2011-7?said=saved"),
            Form(page: "/office/audit", fields: [], leads: "/office/audit?said=verified&n="),
        ] + keeping

    /// The forms by which events, programmes, letters and accounts are kept.
    private static let keeping = [
        Form(
            page: "/office/new/event",
            fields: [("title", "Museum shops"), ("code", "minsk"), ("kind", "seminar")],
            leads: "/office/events/minsk?said=event-added"),
        Form(
            page: event + "/sessions", fields: [("day", "2011-10-04"), ("counts", "yes")],
            leads: event + "/sessions?said=session-added"),
        Form(
            page: event + "/sessions/2", fields: [("day", "2011-10-04"), ("session-title", "Two")],
            leads: event + "/sessions?said=saved"),
        Form(
            page: event + "/sessions/2", action: event + "/sessions/2/split",
            fields: [("parting", "12:00")], leads: event + "/sessions?said=session-split"),
        Form(
            page: event + "/outcomes", fields: [("wording", "Meet again")],
            leads: event + "/outcomes?said=saved"),
        Form(
            page: event + "/outcomes/1", action: event + "/outcomes/1/done", fields: [],
            leads: event + "/outcomes/1?said=saved"),
        Form(
            page: event + "/letters",
            fields: [
                ("letter-to", "all"), ("subject", "Visas"), ("letter-text", "Bring a passport."),
                ("confirmed", "yes"),
            ], leads: event + "/letters?said=letters&n="),
        Form(
            page: event + "/check-in/2/count", fields: [("heads", "12")],
            leads: event + "/check-in/2/count?said=counted&n=12"),
        Form(
            page: "/office/new/programme", fields: [("title", "Stage"), ("code", "stage")],
            leads: "/office/programmes/stage?said=programme-added"),
        Form(
            page: "/office/programmes/museums/edit",
            fields: [("title", "Museums"), ("code", "museums")],
            leads: "/office/programmes/museums?said=saved"),
        Form(
            page: "/office/new/account",
            fields: [("account-name", "aru"), ("account-role", "viewer")],
            leads: "/office/accounts/aru?said=account-added"),
    ]

    @Test(arguments: forms)
    func `a form with its seal is carried out`(form: Form) async throws {
        let world = try await World.ofTheOffice()
        let browser = try await OfficerBrowser.signedIn("olga", to: world)
        let before = try await world.audit.verify()

        let answer = try await browser.submit(form.page, to: form.action, form.fields)

        if let leads = form.leads {
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location]?.hasPrefix(leads) == true)
            let page = try await browser.follow(answer)
            #expect(page.status == .ok)
            #expect(page.text.contains("id=\"said\""))
        } else {
            #expect(answer.status == .ok)
        }
        let isReading = form.page == "/office/audit"
        #expect((try await world.audit.verify() > before) == !isReading)
    }

    @Test(arguments: forms)
    func `a form without its seal changes nothing`(form: Form) async throws {
        let world = try await World.ofTheOffice()
        let browser = try await OfficerBrowser.signedIn("olga", to: world)
        let before = try await world.audit.verify()

        let answer = try await browser.submit(
            form.page, to: form.action, form.fields, sealed: false)

        #expect(answer.status == .forbidden)
        #expect(try await world.audit.verify() == before)
    }

    @Test(arguments: forms)
    func `a form of somebody who has not signed in changes nothing`(form: Form) async throws {
        let world = try await World.ofTheOffice()
        let exchange = try await Exchange(world)
        let before = try await world.audit.verify()

        let answer = try await exchange.submit(
            "/office/sign-in", to: form.action ?? form.page, form.fields)

        #expect(answer.status == .seeOther)
        #expect(try await world.audit.verify() == before)
    }
}
