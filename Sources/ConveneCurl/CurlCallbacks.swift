import CCurl
import Glibc

/// The functions that libcurl calls, each on the thread of its handle while the handle is alive.
enum CurlCallbacks {
    static func install(on curl: UnsafeMutableRawPointer) {
        _ = ccurl_on_header(curl, header)
        _ = ccurl_on_debug(curl, debug)
        _ = ccurl_on_progress(curl, progress)
        _ = ccurl_on_socket(curl, socketOpened)
        _ = ccurl_on_close(curl, closeSocket)
    }

    private static func handle(_ context: UnsafeMutableRawPointer?) -> CurlHandle? {
        context.map { Unmanaged<CurlHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The server's lines. Any other number than that of the bytes ends the transfer.
    private static let header: curl_write_callback = { buffer, size, count, context in
        guard let handle = handle(context) else { return size * count }
        let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
        let line = String(decoding: bytes.prefix { $0 != 13 && $0 != 10 }, as: UTF8.self)
        return handle.received(line) ? size * count : 0
    }

    /// The commands of libcurl's.
    private static let debug: curl_debug_callback = { _, kind, text, count, context in
        guard kind == CURLINFO_HEADER_OUT, let handle = handle(context) else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        let command = String(decoding: bytes, as: UTF8.self)
        handle.sent(command)
        if command.hasPrefix("QUIT") { handle.leave() }
        return 0
    }

    private static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        handle(context)?.waitLongerIfConnected()
        return 0
    }

    private static let socketOpened: curl_sockopt_callback = { context, socket, _ in
        handle(context)?.opened(socket)
        return CURL_SOCKOPT_OK
    }

    private static let closeSocket: curl_closesocket_callback = { context, socket in
        handle(context)?.closed(socket)
        // Also when a child process has inherited the descriptor.
        shutdown(socket, Int32(SHUT_RDWR))
        return close(socket)
    }
}
