import Convene
package import ConveneBootstrap
import ConveneLetters
import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals

/// Opens the house, keeps it open, and closes it when told to.
package enum Porter {
    /// Runs the service until it gets a signal to end; then what was begun is finished.
    ///
    /// Where there is no register yet, one is begun.
    ///
    /// - Parameter saying: told in a sentence where to look.
    /// - Throws: as `Premises.open`; `setting.invalid`, `template.faulty`.
    package static func keep(
        _ settings: Settings, saying say: @escaping @Sendable (String) -> Void
    ) async throws {
        OpenFiles.allowMany()
        let logger = Logger(label: "convened") { LineLog(label: $0) }
        let premises = try await premises(settings, saying: say)
        let house = House(
            office: premises.office, settings: settings.http, publicURL: settings.publicURL,
            pages: try PageCabinet(folder: settings.http.pages),
            announcer: try Announcer(folder: settings.mail.templates), logger: logger,
            headings: settings.headings, emptyLog: premises.emptyLog)
        let server = try WebServer(house: house).application { port in
            say(house.whereToLook(port: port, settings))
        }
        // They are told of the end from the last to the first.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    MailWorker(premises: premises, house: house),
                    WebhookWorker(premises: premises, house: house),
                    ScheduleWorker(premises: premises, house: house), server, house.drain,
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private static func premises(_ settings: Settings, saying say: (String) -> Void) async throws
        -> Premises
    {
        do {
            return try await Premises.open(settings, readers: 4)
        } catch let problem as Problem where problem.code == .registerMissing {
            _ = try await Premises.found(settings)
            say("A new register was begun: \(settings.database).")
            return try await Premises.open(settings, readers: 4)
        }
    }
}

extension House {
    /// A sentence for whoever started the service.
    fileprivate func whereToLook(port: Int, _ settings: Settings) -> String {
        let host = settings.http.host.contains(":") ? "[\(settings.http.host)]" : settings.http.host
        let scheme = settings.http.certificate == nil ? "http" : "https"
        return "The service is at \(scheme)://\(host):\(port)/ with the register"
            + " \(settings.database); links in mail begin with \(publicURL)/."
    }
}
