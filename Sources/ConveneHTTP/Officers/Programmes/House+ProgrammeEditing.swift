import Convene
import Hummingbird

extension House {
    /// Adding programmes and stages, and changing what they promise.
    func addProgrammeEditing(to router: some RouterMethods<Visit>) {
        router.get("/office/new/programme", use: showNewProgramme)
        router.post("/office/new/programme", use: takeNewProgramme)
        router.get("/office/programmes/:programme/edit", use: showProgrammeEditing)
        router.post("/office/programmes/:programme/edit", use: takeProgrammeEditing)
    }

    private func showNewProgramme(_ request: Request, _ visit: Visit) async throws -> Response {
        let all = try await office.programmeDesk(try visit.actor).list()
        return show(newProgrammePage(ProgrammeForm(FormData()), all, visit), visit)
    }

    private func takeNewProgramme(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = ProgrammeForm(try await form(request, visit))
        let desk = office.programmeDesk(try visit.actor)
        let all = try await desk.list()
        do {
            let added = try await desk.add(try form.programme(of: all))
            return Response.redirect(to: visit.to(added.path, ["said": "programme-added"]))
        } catch {
            let refused = try FormRefusal(error)
            return show(newProgrammePage(form, all, visit), refused: refused, visit)
        }
    }

    private func newProgrammePage(_ form: ProgrammeForm, _ all: [Programme], _ visit: Visit)
        -> FormPage
    {
        let words = words(visit)
        return FormPage(
            title: words["desk.programme.new"], place: .programmes,
            action: "/office/new/programme", button: words["desk.programme.add"],
            fields: form.fields(self, all, visit),
            back: (visit.to("/office/programmes"), words["desk.programmes"]))
    }

    private func showProgrammeEditing(_ request: Request, _ visit: Visit) async throws -> Response {
        let (programme, others) = try await programme(visit)
        return show(
            editingPage(ProgrammeForm(programme, of: others), programme, others, visit), visit)
    }

    private func takeProgrammeEditing(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = ProgrammeForm(try await form(request, visit))
        let (programme, others) = try await programme(visit)
        do {
            let changed = try await office.programmeDesk(try visit.actor).edit(programme.code) {
                try form.apply(to: &$0, others)
            }
            return Response.redirect(to: visit.to(changed.path, ["said": "saved"]))
        } catch {
            let refused = try FormRefusal(error)
            return show(editingPage(form, programme, others, visit), refused: refused, visit)
        }
    }

    private func editingPage(
        _ form: ProgrammeForm, _ programme: Programme, _ others: [Programme], _ visit: Visit
    ) -> FormPage {
        FormPage(
            title: programme.title, place: .programmes, action: programme.path + "/edit",
            button: words(visit)["me-button"], fields: form.fields(self, others, visit),
            back: (visit.to(programme.path), programme.title))
    }

    /// The programme in the path, and the others, which it can be a stage of.
    private func programme(_ visit: Visit) async throws -> (Programme, [Programme]) {
        let desk = office.programmeDesk(try visit.actor)
        let programme = try await desk.programme(try visit.code("programme"))
        let all = try await desk.list()
        return (programme, all.filter { $0.id != programme.id })
    }
}
