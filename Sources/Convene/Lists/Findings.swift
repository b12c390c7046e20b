/// What was found in the rows of a list: what is wrong, which stops it, and what may be, which doesn't.
struct Findings {
    var faults: [Fault] = []
    var warnings: [Fault] = []
}
