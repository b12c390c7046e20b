import Convene
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Makes answers of what routes throw.
struct Refusals: RouterMiddleware {
    let house: House

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return house.refusal(of: error, request, context)
        }
    }
}

extension House {
    /// The answer to a request that came to nothing: for programs as RFC 9457 has it, for people as
    /// a page. A fault of ours is logged in full and shown with nothing but its number.
    func refusal(of error: any Error, _ request: Request, _ visit: Visit) -> Response {
        let refusal = Refusal(error)
        if refusal.status == .internalServerError {
            visit.logger.error("fault", metadata: ["fault": .string(String(reflecting: error))])
        }
        var response =
            request.uri.path.hasPrefix("/api/")
            ? refusal.problem(number: visit.number)
            : visit.officer == nil
                ? page(of: refusal, visit) : deskPage(of: refusal, request, visit)
        response.headers.append(contentsOf: refusal.headers)
        return response
    }

    private func page(of refusal: Refusal, _ visit: Visit) -> Response {
        let texts = pages.words(in: visit.language)
        let code = refusal.problem.map { "problem." + $0.code.rawValue }
        let status = "status.\(refusal.status.code)"
        let text = code.flatMap(texts.text) ?? texts.text(status) ?? texts["status.other"]
        return page(
            "problem", titled: texts["problem.title"], visit,
            [
                "text": text, "number": visit.number,
                "is-fault": refusal.status == .internalServerError,
            ],
            status: refusal.status)
    }
}
