import Convene
import ConveneBootstrap
import Hummingbird

extension House {
    /// Lists by upload: handed in here, looked at, and brought in whole or not at all.
    func addLists(to router: some RouterMethods<Visit>) {
        router.get("/office/lists", use: showLists)
        router.post("/office/lists", use: takeList)
        router.get("/office/events/:event/list", use: showEventList)
        router.post("/office/events/:event/list", use: takeEventList)
    }

    private func showLists(_ request: Request, _ visit: Visit) async throws -> Response {
        var page = try await listsPage(request.uri.queryParameters.get("programme"), visit)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    private func takeList(_ request: Request, _ visit: Visit) async throws -> Response {
        let handed = try await handedIn(request, visit)
        do {
            return try keep(handed, as: try target(handed.form), visit)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await listsPage(handed.form["programme"], visit)
            return show(page, refused: refused, visit)
        }
    }

    private func target(_ form: FormData) throws -> HandedList.Target {
        switch form["list"] {
        case "people": return .people
        case "events": return .events
        case "programmes": return .programmes
        case "plan": return .plan(form.has("programme") ? try Code(form["programme"]) : nil)
        default:
            var faults = FormFaults()
            faults.add("choice", to: "list")
            throw faults
        }
    }

    private func listsPage(_ programme: String?, _ visit: Visit) async throws -> FormPage {
        let words = words(visit)
        let desk = office.importDesk(try visit.actor)
        let batches = try await ifAllowed { try await desk.batches() }
        let programmes = try await office.programmeDesk(try visit.actor).list()
        let chosen = [programme].compactMap { $0 }.filter { !$0.isEmpty }
        var page = FormPage(
            title: words["desk.lists"], place: .lists, action: "/office/lists",
            button: words["desk.list.look"],
            fields: [
                FormField(
                    "list", words["desk.list.kind"],
                    .menu(
                        ["people", "events", "programmes", "plan"].map {
                            .init($0, words["desk.list.of.\($0)"])
                        }), chosen.isEmpty ? [] : ["plan"], isRequired: true),
                FormField(
                    "programme", words["desk.list.programme"],
                    .menu(programmes.map { .init($0.code.text, $0.title) }), chosen,
                    hint: words["desk.list.programme-hint"]),
                fileField(words),
            ], heading: words["desk.list.new"], text: words["desk.list.text"],
            grids: batches.map { [batchGrid($0, words, visit)] } ?? [])
        page.takesFile = true
        page.canDo = visit.offers(.importList, on: .list)
        return page
    }

    private func fileField(_ words: PageWords) -> FormField {
        let most = max(1, settings.listLimit / 1_000_000)
        return FormField(
            "file", words["desk.list.file"], .file(".xlsx,.csv,.tsv,.txt"), isRequired: true,
            hint: words.text("desk.list.file-hint", ["n": String(most)]))
    }

    private func showEventList(_ request: Request, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        return show(eventListPage(of: event, FormData(), visit), visit)
    }

    private func takeEventList(_ request: Request, _ visit: Visit) async throws -> Response {
        let handed = try await handedIn(request, visit)
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let form = EntryForm(handed.form)
        do {
            return try keep(
                handed, as: .entries(event.code, form.entry), in: form.role, visit)
        } catch {
            let refused = try FormRefusal(error)
            return show(eventListPage(of: event, handed.form, visit), refused: refused, visit)
        }
    }

    private func eventListPage(of event: Event, _ form: FormData, _ visit: Visit) -> FormPage {
        let words = words(visit)
        let how = EntryForm(form).fields(self, visit).filter {
            ["as", "role", "telling"].contains($0.id)
        }
        var page = FormPage(
            title: event.title, action: event.path + "/list", button: words["desk.list.look"],
            fields: [fileField(words)] + how, heading: words["desk.tab.list"],
            text: words["desk.list.text"], head: eventHead(event, tab: .list, visit))
        page.takesFile = true
        return page
    }

    /// Reads a list, keeps it, and leads to what it would bring.
    ///
    /// - Throws: `list.unreadable`, `list.empty`; ``FormFaults`` where there is no file.
    private func keep(
        _ handed: HandedIn, as target: HandedList.Target, in role: Role = .participant,
        _ visit: Visit
    ) throws -> Response {
        guard let file = handed["file"] else {
            var faults = FormFaults()
            faults.add("empty", to: "file")
            throw faults
        }
        var list = try HandedList(file, as: target, headings: headings)
        list.role = role
        let ticket = waitingLists.keep(list, of: try visit.signedIn().account.id, at: .now)
        return Response.redirect(to: visit.to("/office/lists/waiting/\(ticket)"))
    }
}
