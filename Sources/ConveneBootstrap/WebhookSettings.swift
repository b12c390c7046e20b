import Configuration
package import Convene
import ConveneCurl

/// Where webhooks may go, and how long what they were told is kept.
package struct WebhookSettings: Sendable {
    package let rules: WebhookRules
    /// For how many days deliveries are kept.
    package let days: Int

    /// - Throws: `setting.invalid`.
    init(_ reader: ConfigReader) throws {
        let ranges = try reader.stringArray(forKey: "webhooks.allow", default: [])
            .flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }
            .map { try AddressRange(String($0), in: "webhooks.allow") }
        rules = WebhookRules(allowsPlain: reader.bool(forKey: "webhooks.http", default: false)) {
            octets in
            ranges.contains { $0.contains(octets) }
        }
        days = reader.int(forKey: "webhooks.days", default: 30)
        guard (4...3650).contains(days) else {
            throw Problem(
                .settingInvalid,
                "webhooks.days is a number from 4 to 3650: a delivery is tried for three days.")
        }
    }

    /// Who carries calls, by the settings.
    package var courier: any Courier { CurlCourier(allows: rules.allows) }
}
