import Convene
import HTTPTypes
import Hummingbird

extension OnceAnswer {
    init(_ response: Response, _ body: [UInt8]) {
        self.init(
            status: response.status.code, location: response.headers[.location],
            tag: response.headers[.eTag], body: body)
    }
}

extension Response {
    /// An answer that was given before.
    init(_ answer: OnceAnswer) {
        self.init(
            status: .init(code: answer.status), headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
        headers[.location] = answer.location
        headers[.eTag] = answer.tag
    }
}

extension Request {
    /// The key under which the request is to be done once.
    ///
    /// - Throws: `request.invalid` for one that is empty or longer than 200 characters.
    var onceKey: String? {
        get throws {
            guard let key = headers[.idempotencyKey] else { return nil }
            guard (1...200).contains(key.utf8.count) else {
                throw APIRefusal.invalid(["Idempotency-Key is to have 1 to 200 characters."])
            }
            return key
        }
    }
}
