package import Hummingbird

/// What somebody filled in: the fields of a form, each with its values in their order.
///
/// Read from `application/x-www-form-urlencoded`, by the URL Standard §5.1. Whatever comes is text;
/// what it means is for the domain to say.
package struct FormData: Sendable, Equatable {
    private let fields: [String: [String]]

    package init(_ fields: [String: [String]] = [:]) { self.fields = fields }

    /// - Throws: HTTP 400 for more fields than that, or what is not UTF-8.
    package init(encoded text: String, most: Int = 500) throws {
        var fields: [String: [String]] = [:]
        let pairs = text.split(separator: "&")
        guard pairs.count <= most else { throw HTTPError(.badRequest) }
        for pair in pairs {
            let parts = pair.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(parts[0])
            fields[name, default: []].append(parts.count > 1 ? try Self.decoded(parts[1]) : "")
        }
        self.init(fields)
    }

    /// Reads the body of a request.
    ///
    /// - Throws: HTTP 413 where it is too long, 415 where it is no form, 400 where it can't be read.
    package init(of request: Request, limit: Int, most: Int = 500) async throws {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let body = try await request.body.collect(upTo: limit)
        try self.init(encoded: String(buffer: body), most: most)
    }

    /// The last value of a field, without blanks around it; empty where there is none.
    package subscript(_ name: String) -> String {
        let value = fields[name]?.last ?? ""
        return String(
            value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The last value of a field as it was typed: blanks belong to a password.
    package func raw(_ name: String) -> String { fields[name]?.last ?? "" }

    /// All values of a field, as of boxes that can be ticked.
    package func all(_ name: String) -> [String] { fields[name] ?? [] }

    /// The names of the fields that there are.
    package var names: [String] { Array(fields.keys) }

    /// Whether a box was ticked.
    package func has(_ name: String) -> Bool { !self[name].isEmpty }

    private static func decoded(_ text: Substring) throws -> String {
        let spaced = String(text.map { $0 == "+" ? " " : $0 })
        guard let decoded = PercentText.decoded(spaced) else {
            throw HTTPError(.badRequest)
        }
        return decoded
    }
}
