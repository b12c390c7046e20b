import Convene
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Why a request came to nothing, in the words of HTTP.
struct Refusal {
    let status: HTTPResponse.Status
    /// What the domain refused, if it was the domain.
    let problem: Problem?
    /// What the API itself refused.
    var api: APIRefusal?
    var headers: HTTPFields = [:]

    init(_ error: any Error) {
        switch error {
        case let problem as Problem:
            status = problem.status
            self.problem = problem
            if status == .unauthorized {
                headers[.wwwAuthenticate] = "Bearer error=\"invalid_token\""
            }
            if status == .serviceUnavailable { headers[.retryAfter] = "5" }
        case let refusal as APIRefusal:
            status = refusal.status
            problem = nil
            api = refusal
            headers = refusal.headers
        case let error as HTTPError:
            status = error.status
            problem = nil
            headers = error.headers
        case let error as any HTTPResponseError:
            status = error.status
            problem = nil
        case is CancellationError:
            status = .serviceUnavailable
            problem = nil
            headers[.retryAfter] = "5"
        default:
            status = .internalServerError
            problem = nil
        }
    }

    /// The answer for a program: `application/problem+json`, RFC 9457, with our stable code.
    func problem(number: String) -> Response {
        let details = problem?.details ?? api?.details ?? []
        let body = Details(
            title: status.reasonPhrase, status: status.code,
            detail: problem?.message ?? api?.message ?? status.reasonPhrase,
            code: problem?.code.rawValue ?? api?.code,
            details: details.isEmpty ? nil : details, request: number)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(body)).map { Array($0) } ?? []
        return Response(
            status: status, headers: [.contentType: "application/problem+json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The members of RFC 9457 §3.1, and ours.
    private struct Details: Encodable {
        var type = "about:blank"
        let title: String
        let status: Int
        let detail: String
        let code: String?
        let details: [String]?
        let request: String
    }
}

extension Problem {
    /// The status that a refusal is answered with.
    fileprivate var status: HTTPResponse.Status {
        switch code {
        case .tokenUnknown: .unauthorized
        // It is not about the request, and passes.
        case .registerBusy, .registerFull, .registerReadOnly, .mailHeld, .mailServer:
            .serviceUnavailable
        case .accessDenied: .forbidden
        default: kind.status
        }
    }
}

extension Problem.Kind {
    /// The one place where the families of refusals become statuses.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .refused: .unprocessableContent
        case .notFound: .notFound
        case .conflict: .conflict
        case .partly: HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
        }
    }
}
