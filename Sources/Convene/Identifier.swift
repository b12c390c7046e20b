/// The number of one thing in the register, typed by what it numbers, so that an event's number
/// can't stand where a person's is asked for.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, RawRepresentable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
