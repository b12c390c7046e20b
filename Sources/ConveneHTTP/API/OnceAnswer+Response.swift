import Convene
import HTTPTypes
import Hummingbird

extension OnceAnswer {
    init(_ reply: WrittenReply) {
        self.init(
            status: reply.status.code, location: reply.headers[.location],
            tag: reply.headers[.eTag], body: Array(reply.text.utf8))
    }
}

extension WrittenReply {
    /// An answer that was given before.
    init(_ answer: OnceAnswer) {
        self.init(
            status: .init(code: answer.status), headers: [.contentType: "application/json"],
            text: String(decoding: answer.body, as: UTF8.self))
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
