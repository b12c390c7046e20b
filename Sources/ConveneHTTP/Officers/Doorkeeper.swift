import Convene
import HTTPTypes
import Hummingbird

/// Lets those into the officers' pages who have signed in, and shows the others to the door.
struct Doorkeeper: RouterMiddleware {
    let house: House

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = context
        if let secret = SessionCookie.secret(in: request, isSecure: visit.isSecure) {
            visit.officer = try await house.office.gate.visitor(session: secret)
        }
        guard visit.officer == nil, request.uri.path != House.door else {
            // Whatever goes wrong further in is said on a page for officers.
            do {
                return try await next(request, visit)
            } catch {
                return house.refusal(of: error, request, visit)
            }
        }
        // A program that hands in marks is to wait, rather than to take the door for an answer.
        guard !request.wantsJSON else { throw HTTPError(.unauthorized) }
        let wanted = request.method.isWrite ? [:] : ["next": request.uri.path] as KeyValuePairs
        return Response.redirect(to: House.door + visit.query(wanted))
    }
}

/// The cookie that holds the secret of an officer's session.
enum SessionCookie {
    static func secret(in request: Request, isSecure: Bool) -> String? {
        request.cookies[name(isSecure)]?.value
    }

    /// Lasts as long as the browser's session; the register ends it earlier.
    static func kept(_ secret: String, isSecure: Bool) -> HTTPField {
        field("\(name(isSecure))=\(secret); Path=/; HttpOnly; SameSite=Lax", isSecure)
    }

    static func gone(isSecure: Bool) -> HTTPField {
        field("\(name(isSecure))=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", isSecure)
    }

    private static func field(_ text: String, _ isSecure: Bool) -> HTTPField {
        HTTPField(name: .setCookie, value: text + (isSecure ? "; Secure" : ""))
    }

    private static func name(_ isSecure: Bool) -> String {
        isSecure ? "__Host-convene-session" : "convene-session"
    }
}

extension Request {
    /// Whether whoever asks is the script of a page rather than a browser that shows one.
    var wantsJSON: Bool { headers[.accept]?.hasPrefix("application/json") == true }
}
