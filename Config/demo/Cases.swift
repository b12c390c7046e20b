/// The lists that the demo works on, embedded in the binary: the programmes, the events and the
/// nominees of one training. The people are invented.
package enum Cases {
    /// Each list with the name of the file that the demo writes it to.
    package static let lists: [(name: String, bytes: [UInt8])] = [
        ("programmes.csv", PackageResources.programmes_csv),
        ("events.csv", PackageResources.events_csv),
        ("nominations-kyiv.csv", PackageResources.nominations_kyiv_csv),
    ]
}
