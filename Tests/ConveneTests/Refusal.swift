import Convene
import Testing

/// Expects an act to be refused with this code, and with a sentence that says so.
@discardableResult
func expect<T>(
    refusal code: Problem.Code, sourceLocation: SourceLocation = #_sourceLocation,
    _ act: () async throws -> T
) async -> Problem? {
    do {
        _ = try await act()
        Issue.record("Nothing was refused.", sourceLocation: sourceLocation)
    } catch let problem as Problem {
        #expect(problem.code == code, "\(problem)", sourceLocation: sourceLocation)
        #expect(
            problem.message.last.map { ".:?".contains($0) } == true, sourceLocation: sourceLocation)
        return problem
    } catch {
        Issue.record("A fault, not a refusal: \(error)", sourceLocation: sourceLocation)
    }
    return nil
}
