import Convene

/// The code of the problem that this throws; nothing when it throws none.
func refusal<T>(_ body: () throws -> T) -> Problem.Code? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? Problem)?.code
    }
}

func refusal<T>(_ body: () async throws -> T) async -> Problem.Code? {
    do {
        _ = try await body()
        return nil
    } catch {
        return (error as? Problem)?.code
    }
}

extension Event {
    static func sample(_ code: String) throws -> Event {
        Event(code: try Code(code), kind: .workshop, title: code)
    }
}
