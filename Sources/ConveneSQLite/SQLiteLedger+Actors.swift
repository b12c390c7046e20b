import Convene
import GRDB

extension SQLiteLedger {
    /// The number under which an actor is written down, given on first mention.
    func number(of actor: Actor) throws -> Int64 {
        if let number = memory.actors[actor] { return number }
        let number =
            try first(Self.actorNumber, [actor.kind.rawValue, actor.name]) { $0[0] as Int64 }
            ?? add(Self.addActor, [actor.kind.rawValue, actor.name])
        memory.actors[actor] = number
        return number
    }

    private static let actorNumber = "SELECT id FROM actor WHERE kind = ? AND name = ?"
    private static let addActor = "INSERT INTO actor (kind, name) VALUES (?, ?)"
}

extension Row {
    /// The actor whose kind and name stand from this column on.
    func actor(at index: Int) throws -> Actor {
        Actor(kind: try value(at: index), name: self[index + 1])
    }
}
