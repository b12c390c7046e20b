/// Where a part of a workbook leads to, by the identifiers that it uses for it.
final class Relationships: XMLPartHandler {
    struct Relationship {
        let id: String
        /// The last word of its type: `worksheet`, `sharedStrings`.
        let kind: String
        /// The name of the part that it leads to.
        let part: String
    }

    private let source: String
    private(set) var all: [Relationship] = []

    /// - Parameter source: The part whose relationships they are; empty for the archive itself.
    init(of source: String, in archive: Archive) throws {
        self.source = source
        let name = PartName.relationships(of: source)
        guard archive.has(name) else { return }
        try XMLPart.parse(try archive.part(name), with: self)
    }

    func begin(_ name: String, _ attributes: [String: String]) throws {
        guard name == "Relationship", attributes["TargetMode"] != "External",
            let target = attributes["Target"].flatMap({ PartName.resolve($0, from: source) })
        else { return }
        guard all.count < SheetLimit.entries else { throw SeenEnough() }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        all.append(Relationship(id: attributes["Id"] ?? "", kind: kind, part: target))
    }

    func first(_ kind: String) -> String? { all.first { $0.kind == kind }?.part }
}
