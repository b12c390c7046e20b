import Convene
import ConveneReports

extension APIRoute {
    static let certificates: [APIRoute] = [
        .list(
            "/events/{event}/certificates", "certificates.list",
            "The certificates of those who completed an event.",
            .page("certificates", of: .certificateLine), listCertificates),
        .read(
            "/certificates/{number}", "certificates.show",
            "What a certificate certifies, as the attendance log has it now.", .certificate,
            showCertificate),
    ]

    @Sendable private static func listCertificates(_ call: APICall) async throws -> APIReply {
        let event = try call.code("event")
        return .list(
            .certificates(try await call.office.certificateDesk.list(event, as: call.actor)))
    }

    @Sendable private static func showCertificate(_ call: APICall) async throws -> APIReply {
        let file = try await call.office.certificateDesk.verify(number: call.part("number"))
        return .thing(Card.certificate(file))
    }
}
