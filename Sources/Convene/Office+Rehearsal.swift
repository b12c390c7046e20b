extension Office {
    /// Does something and takes it back, so that what is said of it is what really would happen.
    func rehearse<T: Sendable>(
        as actor: Actor, _ body: @Sendable (Deed) throws -> T
    ) async throws -> T {
        do {
            return try await write(as: actor) { deed -> T in
                throw Rehearsed(value: try body(deed))
            }
        } catch let rehearsed as Rehearsed<T> {
            return rehearsed.value
        }
    }
}

/// Thrown to take back what was done, and to bring out what came of it.
private struct Rehearsed<Value: Sendable>: Error {
    let value: Value
}
