import FoundationEssentials
import HTTPTypes
import Hummingbird

extension House {
    /// The files that pages refer to, and what is said to those who read for search engines.
    func addAssets(to router: Router<Visit>) {
        router.get("/assets/:name") { _, visit in
            let name = try visit.part("name")
            guard let bytes = pages.asset(name) else { throw HTTPError(.notFound) }
            return Response(
                status: .ok,
                headers: [
                    .contentType: Self.type(of: name), .cacheControl: "public, max-age=3600",
                ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        router.get("/robots.txt") { _, _ in
            Response.text(
                "User-agent: *\nDisallow: /answer/\nDisallow: /me/\nDisallow: /unsubscribe/\n"
                    + "Disallow: /u/\nDisallow: /certificate\nDisallow: /office\nDisallow: /api/\n")
        }
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        default: "application/octet-stream"
        }
    }
}
