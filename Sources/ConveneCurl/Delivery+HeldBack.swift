import Convene

extension Delivery {
    /// The delivery of a mail that got no clearance.
    ///
    /// A refusal is quoted; any other error is a fault of ours, which the caller threw and can log.
    static func heldBack(by error: any Error) -> Delivery {
        let reason = (error as? Problem)?.message ?? "something went wrong on our side."
        return Delivery(
            outcome: .notStarted, reply: "The mail was held back before it left: \(reason)")
    }
}
