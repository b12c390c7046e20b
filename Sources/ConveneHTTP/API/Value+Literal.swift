package import ConveneReports

/// Records of records are written as they are read.
extension Value: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Value)...) {
        self = .record(Record(elements.map { Member($0.0, $0.1) }))
    }
}
