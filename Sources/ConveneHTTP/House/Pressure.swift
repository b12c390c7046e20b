import ConveneBootstrap
import HTTPTypes
import Hummingbird

/// Keeps one visitor from taking what is there for all: by the size of what is handed in, and by
/// how many forms come from one address.
struct Pressure: RouterMiddleware {
    private let sizeLimit: Int
    private let visitors: Visitors
    /// At a door somebody comes in every few seconds, for as long as the queue is.
    private let doors: Visitors

    init(house: House) {
        sizeLimit = max(house.settings.bodyLimit, house.settings.listLimit)
        visitors = Visitors(perMinute: house.settings.formsPerMinute)
        doors = Visitors(perMinute: house.settings.formsPerMinute * 10)
    }

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard length <= sizeLimit else { throw HTTPError(.contentTooLarge) }
        if request.method.isWrite,
            let wait = counter(of: request.uri.path)?.admit(context.address, at: .now)
        {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
        }
        return try await next(request, context)
    }

    /// By whom a form is counted; nothing for what writes nothing, and for the API, which counts by
    /// account.
    private func counter(of path: String) -> Visitors? {
        if path.hasPrefix(House.apiRoot + "/") { return nil }
        let parts = path.split(separator: "/")
        guard parts.first == "office" else { return visitors }
        switch parts.count {
        case 2 where parts[1] == "people" || parts[1] == "audit": return nil
        case 3 where parts[1] == "events": return nil
        case 5... where parts[3] == "check-in": return doors
        default: return visitors
        }
    }
}
