extension Int {
    /// The number with a noun in the right form: `1 person`, `12 people`.
    package func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
