import Convene

extension FigureReport {
    /// The shape of design.md §4: the keys as codes, null where the register does not know.
    package var json: Value {
        var record: Value.Record = [
            "of": .record(["events": .list(figures.events.map { .text($0) })]),
            "by": .list(figures.by.map { .text($0.rawValue) }),
            "rows": .list(figures.rows.map { .record(self.record($0)) }),
            "total": .record(total),
        ]
        if !figures.headCounts.isEmpty {
            record.append("head_counts", .list(figures.headCounts.map { .record($0.record) }))
        }
        return .record(record)
    }

    private func record(_ row: Figures.Row) -> Value.Record {
        var record = Value.Record()
        for (dimension, key) in zip(figures.by, row.keys) {
            record.append(dimension.rawValue, Value(key.code))
            if dimension.hasMuteCodes {
                record.append("\(dimension.rawValue)_name", .text(key.name))
            }
        }
        record.members += row.measures.members
        return record
    }

    private var total: Value.Record {
        let total = figures.total
        var record = Value.Record(total.members)
        record.append("women", .ratio(total.women))
        record.members += total.genders
        return record
    }
}

extension Measures {
    /// What each row has.
    var members: [Value.Member] {
        Name.allCases.map { Value.Member($0.rawValue, .number(self[$0])) }
            + [Value.Member("rate", .ratio(rate))]
    }

    /// The attended by gender.
    var genders: [Value.Member] {
        [
            Value.Member("female", .number(female)), Value.Member("male", .number(male)),
            Value.Member("other", .number(other)),
            Value.Member("undisclosed", .number(undisclosed)),
        ]
    }
}

extension Figures.HeadCountRow {
    fileprivate var record: Value.Record {
        [
            "event": .text(event), "country": Value(country?.code),
            "gender": Value(gender?.rawValue), "number": .number(number),
        ]
    }
}
