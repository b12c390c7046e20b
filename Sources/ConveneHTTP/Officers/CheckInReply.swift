import Convene
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// What the check-in's script is told of the marks that it has handed in.
struct CheckInReply: Encodable {
    var results: [Result]
    /// How many are present now, and of how many.
    var present: Int
    var of: Int

    struct Result: Encodable {
        var id: String
        /// `marked`, `unchanged`, `overtaken` or `refused`.
        var result: String
        var text: String
        var number: String?
        /// The mark that holds now, and its word.
        var mark: String?
        var word: String?
        /// Who could be meant, where that was not clear.
        var candidates: [Candidate]
    }

    struct Candidate: Encodable {
        var tick: String
        var text: String

        var forTemplate: [String: Any] { ["tick": tick, "candidate": text] }
    }

    var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = (try? encoder.encode(self)).map { Array($0) } ?? []
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
