/// The names of parts within a workbook, by the Open Packaging Conventions (ECMA-376 part 2).
enum PartName {
    /// The part that holds the relationships of a part: `xl/_rels/workbook.xml.rels`.
    static func relationships(of part: String) -> String {
        let (folder, name) = divided(part)
        return "\(folder)_rels/\(name).rels"
    }

    /// The part that a relationship of a part leads to, or nothing when it leads out of the archive.
    static func resolve(_ target: String, from part: String) -> String? {
        guard !target.contains(":") else { return nil }
        var steps = target.hasPrefix("/") ? [] : divided(part).folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step != ".." { steps.append(step) } else if steps.popLast() == nil { return nil }
        }
        return steps.joined(separator: "/")
    }

    /// The folder with its slash, and the name within it.
    private static func divided(_ part: String) -> (folder: String, name: String) {
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        return (String(part.dropLast(name.count)), name)
    }
}
