import CCurl
import Convene
import Glibc

/// One call under way: it sees to where the connection goes, and keeps the beginning of the answer.
///
/// For one thread only, while its handle performs.
final class CurlExchange {
    private let mayReach: ([UInt8]) -> Bool
    private var answer: [UInt8] = []
    /// The first address was one that may not be reached.
    private var isRefused = false

    init(mayReach: @escaping ([UInt8]) -> Bool) { self.mayReach = mayReach }

    func listen(on curl: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        _ = ccurl_set_pointer(curl, CURLOPT_OPENSOCKETDATA, context)
        _ = ccurl_on_write(curl, Self.write)
        _ = ccurl_on_open(curl, Self.open)
    }

    /// What the receiver answered. An answer that goes on and on is one all the same.
    func reply(of curl: UnsafeMutableRawPointer, _ result: CURLcode) -> WebhookReply {
        let isCut = result == CURLE_WRITE_ERROR
        guard result == CURLE_OK || isCut else {
            return WebhookReply(status: nil, text: isRefused ? Self.refusal : Self.words(result))
        }
        var (status, seconds) = (0, curl_off_t(0))
        _ = ccurl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
        _ = ccurl_get_size(curl, CURLINFO_RETRY_AFTER, &seconds)
        return WebhookReply(
            status: status, text: Self.text(answer),
            retryAfter: seconds > 0 ? Double(seconds) : nil)
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        answer += bytes.prefix(Self.most - answer.count)
        return answer.count < Self.most
    }

    /// The address that the name led to is looked at when it is connected to, and no earlier: a name
    /// can lead elsewhere by then.
    private func socket(for address: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        var octets = [UInt8](repeating: 0, count: 16)
        let count = Int(ccurl_octets(address, &octets))
        guard count > 0, mayReach(Array(octets.prefix(count))) else {
            isRefused = true
            return curl_socket_t(CURL_SOCKET_BAD)
        }
        return ccurl_open(address)
    }

    private static let write: curl_write_callback = { buffer, size, count, context in
        let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
        return exchange(context)?.take(bytes) ?? false ? size * count : 0
    }

    private static let open: curl_opensocket_callback = { context, _, address in
        guard let address else { return curl_socket_t(CURL_SOCKET_BAD) }
        return exchange(context)?.socket(for: address) ?? curl_socket_t(CURL_SOCKET_BAD)
    }

    private static func exchange(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
        context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Control characters would do something on a terminal.
    private static func text(_ bytes: [UInt8]) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let shown = scalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(shown))
    }

    private static func words(_ result: CURLcode) -> String {
        String(cString: curl_easy_strerror(result)) + "."
    }

    private static let refusal =
        "It leads to an address that is not public: webhooks.allow in convene.yaml allows some."
    private static let most = 1000
}
