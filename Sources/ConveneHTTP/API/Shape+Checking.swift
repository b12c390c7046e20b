import Convene
import FoundationEssentials

extension Shape {
    /// What is wrong with a value, each fault with the JSON Pointer (RFC 6901) of where it stands.
    func faults(in value: JSON, at place: String = "") -> [String] {
        let name = place.isEmpty ? "The whole" : place
        switch (self, value) {
        case (.named(_, let shape), _): return shape.faults(in: value, at: place)
        case (.orNull(_), .null): return []
        case (.orNull(let shape), _): return shape.faults(in: value, at: place)
        case (.either(let shapes), _):
            let all = shapes.map { $0.faults(in: value, at: place) }
            return all.contains(where: \.isEmpty) ? [] : all.min { $0.count < $1.count } ?? []
        case (.text(let text), .text(let said)):
            return text.fault(in: said).map { ["\(name) \($0)"] } ?? []
        case (.text, _): return ["\(name) is to be a text."]
        case (.whole(let range), .whole(let number)):
            return range.contains(number) ? [] : ["\(name) is to be \(range.words)."]
        case (.whole(let range), _): return ["\(name) is to be a whole number \(range.words)."]
        case (.share, .whole), (.share, .number): return []
        case (.share, _): return ["\(name) is to be a number."]
        case (.flag, .flag): return []
        case (.flag, _): return ["\(name) is to be true or false."]
        case (.list(let shape), .list(let values)):
            return values.enumerated().flatMap { shape.faults(in: $1, at: "\(place)/\($0)") }
        case (.list, _): return ["\(name) is to be a list."]
        case (.record(let members), .record(let record)):
            let known = Set(members.map(\.key))
            let unknown = record.keys.filter { !known.contains($0) }.sorted()
            return Self.faults(of: members, in: record, at: place)
                + unknown.map { "\(place)/\($0.prefix(60)) is not known here." }
        case (.open(let members), .record(let record)):
            return Self.faults(of: members, in: record, at: place)
        case (.record, _), (.open, _): return ["\(name) is to be an object."]
        }
    }

    private static func faults(of members: [Member], in record: [String: JSON], at place: String)
        -> [String]
    {
        members.flatMap { member in
            guard let value = record[member.key] else {
                return member.isNeeded ? ["\(place)/\(member.key) is missing."] : []
            }
            return member.shape.faults(in: value, at: "\(place)/\(member.key)")
        }
    }
}

extension Shape.Text {
    fileprivate func fault(in text: String) -> String? {
        if !choices.isEmpty, !choices.contains(text) {
            return "is to be one of \(choices.joined(separator: ", "))."
        }
        if let most, text.unicodeScalars.count > most {
            return "is longer than \(most) characters."
        }
        switch format {
        case "date": return Day(text) == nil ? "is to be a date, as 2011-10-03." : nil
        case "date-time":
            return (try? Date(text, strategy: .iso8601)) == nil ? "is to be an instant." : nil
        default: return nil
        }
    }
}

extension ClosedRange<Int> {
    fileprivate var words: String {
        upperBound == .max ? "from \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
    }
}
