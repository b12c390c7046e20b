import Convene
import Hummingbird

extension House {
    /// The page that a mail's List-Unsubscribe leads to. A GET shows a form (UNS-3); a POST
    /// unsubscribes at once, whatever it brings, with no cookie and no redirect: the token is all the
    /// authority there is (UNS-2).
    func addUnsubscription(to router: Router<Visit>) {
        for pattern in ["/unsubscribe/:token", "/u/:token"] as [RouterPath] {
            router.get(pattern) { _, visit in
                let line = try await office.postRoom(.publicPage).unsubscription(
                    token: try visit.part("token"))
                return unsubscribePage(isDone: line != nil, visit)
            }
            router.post(pattern) { _, visit in
                _ = try await office.postRoom(.publicPage).optOut(token: try visit.part("token"))
                return unsubscribePage(isDone: true, visit)
            }
        }
    }

    private func unsubscribePage(isDone: Bool, _ visit: Visit) -> Response {
        page(
            "unsubscribe", titled: pages.words(in: visit.language)["unsubscribe-title"], visit,
            ["is-done": isDone])
    }
}
