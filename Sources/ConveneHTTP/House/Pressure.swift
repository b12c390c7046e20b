import ConveneBootstrap
import HTTPTypes
import Hummingbird

/// Keeps one visitor from taking what is there for all: by the size of what is handed in, and by
/// how many forms come from one address.
struct Pressure: RouterMiddleware {
    private let sizeLimit: Int
    private let visitors: Visitors

    init(house: House) {
        sizeLimit = max(house.settings.bodyLimit, house.settings.listLimit)
        visitors = Visitors(perMinute: house.settings.formsPerMinute)
    }

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard length <= sizeLimit else { throw HTTPError(.contentTooLarge) }
        if request.method.isWrite, !request.uri.path.hasPrefix(House.apiRoot + "/"),
            let wait = visitors.admit(context.address, at: .now)
        {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
        }
        return try await next(request, context)
    }
}
