import Foundation
import Hummingbird
import Logging

/// The smallest web server that Hummingbird makes: one route, one word. What it does in a second is
/// what a service on Hummingbird can do at most.
package enum Hello {
    /// Serves until it is ended, and says where.
    package static func serve() async throws {
        let router = Router()
        router.get("/") { _, _ in "ok\n" }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                FileHandle.standardOutput.write(Data("http://127.0.0.1:\(port)/\n".utf8))
            }, logger: Logger(label: "hello") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }
}
