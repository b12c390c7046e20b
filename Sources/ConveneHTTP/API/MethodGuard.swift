import HTTPTypes
import Hummingbird

/// Says which methods there are where a path of the API is right and the method is not.
struct MethodGuard: RouterMiddleware {
    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let allowed = APIRoute.methods(at: request.uri.path)
            guard !allowed.isEmpty, !allowed.contains(request.method) else { throw error }
            throw APIRefusal.method(allowed: allowed)
        }
    }
}

extension APIRoute {
    /// The methods of the routes that a path fits.
    fileprivate static func methods(at path: String) -> [HTTPRequest.Method] {
        let root = House.apiRoot + "/"
        guard path.hasPrefix(root) else { return [] }
        let parts = path.dropFirst(root.count).split(separator: "/")
        // A fixed word comes before a part that can be anything.
        let fitting = all.filter { $0.fits(parts) }
        let least = fitting.map(\.parts.count).min()
        let methods = fitting.filter { $0.parts.count == least }.map(\.method)
        return methods.contains(.get) ? methods + [.head] : methods
    }

    private func fits(_ parts: [Substring]) -> Bool {
        let own = path.split(separator: "/")
        return own.count == parts.count
            && zip(own, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
