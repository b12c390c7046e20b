import Convene
import ConveneBootstrap
import FoundationEssentials
import HTTPTypes
import Hummingbird

extension House {
    /// What those who watch over the service ask: whether it lives, whether it can work, and what
    /// it counts.
    func addWatch(to router: Router<Visit>) {
        router.get("/health") { _, _ in Response.text("ok\n") }
        router.get("/ready") { _, _ in try await ready() }
        router.get("/metrics") { request, visit in try await metrics(visit) }
    }

    /// Ready is whoever can read the register, and is not about to end.
    private func ready() async throws -> Response {
        guard !drain.hasBegun else { return .text("ending\n", status: .serviceUnavailable) }
        _ = try await office.frontDoor(.system).card()
        return .text("ready\n")
    }

    /// Counts for whoever asks from this machine, or from where the proxies are.
    private func metrics(_ visit: Visit) async throws -> Response {
        guard visit.isNear || settings.proxies.contains(where: { $0.contains(visit.address) })
        else {
            throw HTTPError(.notFound)
        }
        let card = try await office.frontDoor(.system).card()
        gauges.set("convene_mail_held", to: card.mailHeld == nil ? 0 : 1)
        for (state, count) in try await office.postRoom(.system).count() {
            gauges.set("convene_outbox_\(state.rawValue)", to: Double(count))
        }
        return .text(gauges.text, type: "text/plain; version=0.0.4; charset=utf-8")
    }
}

extension Visit {
    /// Whether the request comes from this machine itself. The tests' has no address.
    fileprivate var isNear: Bool {
        address.isEmpty || address.hasPrefix("127.") || address == "::1"
    }
}

extension Response {
    /// A short text.
    static func text(
        _ text: String, type: String = "text/plain; charset=utf-8",
        status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
