import Convene
import ConveneBootstrap
package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore

/// The web server over the house's routes: its doors, and how long it waits at them.
struct WebServer {
    let house: House

    /// - Parameter open: told the port when it can be reached.
    /// - Throws: `setting.invalid` where the certificate can't be read.
    func application(
        open: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let settings = house.settings
        return Application(
            responder: house.responder(), server: try server,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                // Many may come in one moment: whom the queue has no room for tries again only after
                // a second.
                backlog: settings.connections,
                availableConnectionsDelegate: .maximum(settings.connections, logger: house.logger)),
            onServerRunning: { channel in open(channel.localAddress?.port ?? settings.port) },
            logger: house.logger)
    }

    private var server: HTTPServerBuilder {
        get throws {
            let limit = TimeAmount.seconds(Int64(house.settings.timeout))
            let plain = HTTPServerBuilder.http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [Patience(limit: limit)], idleTimeout: limit,
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536,
                        maxHeaderFieldCount: 100)))
            guard let certificate = house.settings.certificate, let key = house.settings.key else {
                return plain
            }
            let shown = try ServerCertificate(chain: certificate, key: key)
            return try .tls(plain, tlsConfiguration: shown.configuration)
        }
    }
}

extension House {
    /// What answers a request, from the entrance on.
    package func responder() -> Entrance<RouterResponder<Visit>> {
        Entrance(house: self, desk: router().buildResponder())
    }
}
