import Convene

/// A problem by its code alone: what a test of an adapter holds a refusal to.
struct Refusal: Error, Equatable {
    let code: Problem.Code

    init(_ code: Problem.Code) { self.code = code }
}
