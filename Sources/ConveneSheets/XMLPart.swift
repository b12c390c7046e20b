import Convene
import Foundation
import FoundationXML

/// What is made of a part of a workbook while it is parsed.
///
/// Names come without their prefix: writers differ in whether the main namespace has one.
protocol XMLPartHandler: AnyObject {
    func begin(_ name: String, _ attributes: [String: String]) throws
    func text(_ text: String) throws
    func end(_ name: String) throws
}

extension XMLPartHandler {
    func text(_ text: String) {}
    func end(_ name: String) {}
}

/// What a handler throws when it has seen enough.
struct SeenEnough: Error {}

/// A part of a workbook, parsed as it is unpacked, so that it never stands in memory whole.
///
/// Nothing outside the part is read: a document type, which is where entities are declared, is
/// refused before the parser sees it.
final class XMLPart: NSObject {
    private let handler: any XMLPartHandler
    /// Why the parsing ended early.
    private var reason: (any Error)?
    private let feed: XMLFeed
    /// The elements that are open, and whether there was any: the parser takes it calmly when a part
    /// ends in the middle of one.
    private var depth = 0
    private var hasRoot = false

    private init(_ part: ArchivePart, _ handler: any XMLPartHandler) throws {
        self.handler = handler
        feed = try XMLFeed(part)
    }

    /// Parses a part to its end, or until the handler has seen enough.
    ///
    /// - Throws: `list.unreadable`, and what the handler throws.
    static func parse(_ part: ArchivePart, with handler: any XMLPartHandler) throws {
        let parsing = try XMLPart(part, handler)
        let parser = XMLParser(stream: parsing.feed)
        parser.shouldResolveExternalEntities = false
        parser.delegate = parsing
        let isWhole = parser.parse()
        if parsing.reason is SeenEnough { return }
        if let reason = parsing.reason ?? parsing.feed.reason { throw reason }
        guard isWhole, parsing.depth == 0, parsing.hasRoot else {
            throw Problem.listDamaged(part.file)
        }
    }

    /// Elements within each other; a workbook has ten.
    private static let deepest = 64

    private func attempt(_ step: () throws -> Void) {
        // Of what stands in the parser's hands already, nothing more is looked at.
        guard reason == nil else { return }
        do { try step() } catch {
            reason = error
            feed.stop()
        }
    }

    private static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}

extension XMLPart: XMLParserDelegate {
    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        depth += 1
        hasRoot = true
        attempt {
            guard depth <= Self.deepest else { throw Problem.listDamaged(feed.file) }
            try handler.begin(Self.local(name), attributes)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        attempt { try handler.text(string) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        attempt { try handler.text(String(decoding: block, as: UTF8.self)) }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        depth -= 1
        attempt { try handler.end(Self.local(name)) }
    }
}
