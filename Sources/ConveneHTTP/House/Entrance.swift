import Convene
import ConveneBootstrap
import HTTPTypes
package import Hummingbird
import Logging

/// The first and the last that a request meets: it learns where the request came from and in which
/// language to answer, sees to it that it is answered in time, and writes down how it ended.
///
/// The log has the route's pattern, never the path, which may hold a secret, and no address.
package struct Entrance<Desk: HTTPResponder>: HTTPResponder where Desk.Context == Visit {
    let house: House
    let desk: Desk

    package func respond(to request: Request, context: Visit) async throws -> Response {
        guard !request.isPulse else { return try await pulse(request, context) }
        let start = ContinuousClock.now
        let visit = house.reading(request, context)
        house.gauges.begin()
        var response: Response
        do {
            response = try await answer(request, visit)
        } catch {
            response = house.refusal(of: error, request, visit)
        }
        Daylight.cover(&response, isSecure: visit.isSecure)
        response.headers[.requestID] = visit.number
        if house.drain.hasBegun { response.headers[.connection] = "close" }
        finish(request, visit, response.status.code, ContinuousClock.now - start)
        return response
    }

    /// What only asks whether the service lives, every few seconds: it waits for nothing that could
    /// take long, nothing about who asks is looked at, and it isn't logged.
    private func pulse(_ request: Request, _ visit: Visit) async throws -> Response {
        var response: Response
        do {
            response = try await desk.respond(to: request, context: visit)
        } catch {
            response = house.refusal(of: error, request, visit)
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if house.drain.hasBegun { response.headers[.connection] = "close" }
        return response
    }

    private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        try await house.timetable.answer(within: .seconds(house.settings.timeout)) {
            try await desk.respond(to: request, context: visit)
        }
    }

    private func finish(_ request: Request, _ visit: Visit, _ status: Int, _ duration: Duration) {
        house.gauges.end(request.method.rawValue, visit.route, status, duration)
        visit.logger.info(
            "answered",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(visit.route),
                "status": .stringConvertible(status),
                "ms": .stringConvertible(duration.milliseconds),
            ])
        guard request.method.isWrite, status < 400 else { return }
        house.bell.ring()
        house.hookBell.ring()
    }
}

extension House {
    /// What is to be known of a request before anything is done for it.
    fileprivate func reading(_ request: Request, _ context: Visit) -> Visit {
        var visit = context
        visit.logger = logger
        visit.logger[metadataKey: "request"] = .string(visit.number)
        visit.isSecure = publicURL.hasPrefix("https://")
        visit.address = origin(
            of: request.headers, connectedFrom: visit.channel.remoteAddress?.ipAddress ?? "")
        visit.chosenLanguage = request.uri.queryParameters.get("lang").flatMap(pages.known)
        visit.language =
            visit.chosenLanguage ?? pages.best(of: request.headers[.acceptLanguage] ?? "")
        visit.seal = FormSeal(in: request, isSecure: visit.isSecure)
        return visit
    }

    /// Where a request comes from: where its connection does, unless that is a proxy of ours; then
    /// the last address of the way that no proxy of ours has. What stands before it, anybody can have
    /// written.
    func origin(of headers: HTTPFields, connectedFrom address: String) -> String {
        func isOurs(_ hop: String) -> Bool { settings.proxies.contains { $0.contains(hop) } }
        guard isOurs(address) else { return address }
        let hops = headers[values: .forwardedFor].flatMap { $0.split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace } }
        return hops.last { AddressRange.octets(of: $0) != nil && !isOurs($0) } ?? address
    }
}

extension Request {
    /// Whether it only asks whether the service lives.
    fileprivate var isPulse: Bool { head.path == "/health" }
}

extension HTTPRequest.Method {
    /// Whether a request of this method may change something (RFC 9110 §9.2.1).
    var isWrite: Bool { ![.get, .head, .options, .trace].contains(self) }
}

extension Duration {
    /// In milliseconds, to a tenth.
    var milliseconds: Double {
        let tenths = components.seconds * 10_000 + components.attoseconds / 100_000_000_000_000
        return Double(tenths) / 10
    }

    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
