import ConveneBootstrap
import HTTPTypes
package import Hummingbird

/// Refuses what another site has a visitor's browser send: by what the browser says of where a
/// request came from. Routes of forms check the form's seal besides, with ``House/form(_:_:)``.
///
/// A request that says nothing of its origin is no browser's, but a program of the API. The page that
/// unsubscribes is not behind this: a mail program on the web may well be another site (RFC 8058).
struct FormGuard: RouterMiddleware {
    let house: House

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        if request.method.isWrite, !house.isOwn(request) { throw HTTPError(.forbidden) }
        return try await next(request, context)
    }
}

extension House {
    /// Reads a form of ours.
    ///
    /// - Throws: HTTP 403 without the seal that the visitor's browser was given; as
    ///   ``FormData/init(of:limit:)``.
    package func form(_ request: Request, _ visit: Visit) async throws -> FormData {
        // An officer may act on everybody of a large event at once.
        let form = try await FormData(
            of: request, limit: settings.bodyLimit, most: visit.officer == nil ? 500 : 20_000)
        guard visit.seal.matches(form[FormSeal.field]) else { throw HTTPError(.forbidden) }
        return form
    }

    /// Reads a form of ours with files.
    ///
    /// - Throws: HTTP 403 as ``form(_:_:)``; as ``HandedIn/init(of:limit:)``.
    func handedIn(_ request: Request, _ visit: Visit) async throws -> HandedIn {
        let handed = try await HandedIn(of: request, limit: settings.listLimit)
        guard visit.seal.matches(handed.form[FormSeal.field]) else { throw HTTPError(.forbidden) }
        return handed
    }

    /// Whether a request is from a page of ours, or from no page at all.
    fileprivate func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return ["same-origin", "none"].contains(site) }
        guard let origin = request.headers[.originOfPage] else { return true }
        let host = origin.split(separator: "/").last.map(String.init) ?? ""
        return origin == publicOrigin || host == request.head.authority
    }

    /// The public address without a path.
    private var publicOrigin: String {
        publicURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
            .joined(separator: "/")
    }
}
