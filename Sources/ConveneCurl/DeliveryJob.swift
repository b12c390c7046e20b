import Convene

/// A mail to hand over, and the leave that it needs before its end goes.
struct DeliveryJob {
    let parcel: Parcel
    let clearance: Clearance
}
