import HTTPTypes
import Hummingbird

/// What the API itself refuses before the domain is asked, with a stable code as the domain's.
struct APIRefusal: Error {
    let status: HTTPResponse.Status
    let code: String
    let message: String
    var details: [String] = []
    var headers: HTTPFields = [:]
}

extension APIRefusal {
    /// The request itself can't be read.
    static func unreadable(_ message: String) -> APIRefusal {
        APIRefusal(status: .badRequest, code: "request.unreadable", message: message)
    }

    /// What was sent is not what the route takes.
    static func invalid(_ faults: [String]) -> APIRefusal {
        APIRefusal(
            status: .unprocessableContent, code: "request.invalid",
            message: "The request is not what this route takes; openapi.json says what is.",
            details: faults)
    }

    static let notJSON = APIRefusal(
        status: .unsupportedMediaType, code: "request.type",
        message: "The body is to be JSON, and Content-Type to say application/json.")

    static let notList = APIRefusal(
        status: .unsupportedMediaType, code: "request.type",
        message: "The body is to be a list, and Content-Type to say text/csv,"
            + " text/tab-separated-values, the type of XLSX or application/octet-stream.")

    static let tokenMissing = APIRefusal(
        status: .unauthorized, code: "token.missing",
        message: "Say who asks: Authorization: Bearer and a token.",
        headers: [.wwwAuthenticate: "Bearer"])

    static func scope(_ scopes: [String]) -> APIRefusal {
        APIRefusal(
            status: .forbidden, code: "token.scope",
            message:
                "The token is not for this: it needs the scope \(scopes.joined(separator: " or "))."
        )
    }

    static func tooOften(again seconds: Int) -> APIRefusal {
        APIRefusal(
            status: .tooManyRequests, code: "rate.exceeded",
            message: "That is too often: come again in \(seconds) s.",
            headers: [.retryAfter: String(seconds)])
    }

    static func method(allowed: [HTTPRequest.Method]) -> APIRefusal {
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        return APIRefusal(
            status: .methodNotAllowed, code: "request.method",
            message: "That can't be done here: \(names) can.", headers: [.allow: names])
    }

    /// What was read before, and was to be changed, has changed since (RFC 9110 §13.1.1).
    static let overtaken = APIRefusal(
        status: .preconditionFailed, code: "edit.overtaken",
        message: "It was changed since you read it: read it again, then change it.")
}
