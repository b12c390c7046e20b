import Convene

/// A mail that waits for a line, and who waits for its delivery.
struct DeliveryJob: Sendable {
    let parcel: Parcel
    let beforeData: @Sendable () async throws -> Void
    let answer: @Sendable (Delivery) -> Void
}
