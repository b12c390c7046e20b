import Convene

/// A mail to hand over, and what is to be done before its first byte leaves.
struct DeliveryJob {
    let parcel: Parcel
    let beforeData: () throws -> Void
}
