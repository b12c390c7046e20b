import Foundation
import Glibc

/// A mail server that speaks TLS with a certificate signed by itself, for `localhost`.
///
/// Needs `openssl` and `python3`, which the machine of a developer has; without them its tests are
/// skipped.
final class EncryptedServer {
    let port: Int
    /// The certificate's file, to be trusted or not.
    let certificate: String
    private let process: Process
    private let lifeline: Pipe

    /// - Parameter startTLS: whether encryption begins with STARTTLS rather than at once.
    init(startTLS: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "convene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "server.pem").path
        try await Self.makeCertificate(certificate)
        let (pipe, lifeline) = (Pipe(), Pipe())
        process = Self.process("python3", ["-c", Self.script, certificate, startTLS ? "1" : "0"])
        process.standardInput = lifeline
        process.standardOutput = pipe
        try process.run()
        self.lifeline = lifeline
        let line = await Self.firstOutput(of: pipe)
        port = Int(String(decoding: line, as: UTF8.self).filter(\.isNumber)) ?? 0
    }

    deinit {
        // It may have inherited a mask that blocks SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(
            at: URL(filePath: certificate).deletingLastPathComponent())
    }

    /// The commands that it got, in clear text or decrypted; each is written down before its reply.
    func commands() throws -> [String] {
        try String(contentsOf: URL(filePath: certificate + ".log"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    static let isPossible = ["openssl", "python3"].allSatisfy { program in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    private static func makeCertificate(_ path: String) async throws {
        let process = process(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", path, "-out", path + ".crt",
            ])
        process.standardError = FileHandle.nullDevice
        await withCheckedContinuation { continuation in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume() }
        }
        let both =
            try Data(contentsOf: URL(filePath: path))
            + Data(contentsOf: URL(filePath: path + ".crt"))
        try both.write(to: URL(filePath: path))
    }

    private static func process(_ program: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        return process
    }

    /// Waits on a thread that may wait, unlike those of tasks.
    private static func firstOutput(of pipe: Pipe) async -> Data {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: pipe.fileHandleForReading.availableData)
            }
        }
    }

    private static let script = """
        import os, socket, ssl, sys, threading
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1])
        # Without us there is nobody to serve.
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        log = open(sys.argv[1] + ".log", "w", buffering=1)
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        replies = {"EHLO": b"250-localhost\\r\\n250-PIPELINING\\r\\n250 AUTH PLAIN",
                   "AUTH": b"334 ",
                   # Longer than what we ask for at once, and encrypted together.
                   "MAIL": b"250-fine\\r\\n" * 600 + b"250 fine", "RCPT": b"250 fine", "DATA": b"354 go", ".": b"250 taken",
                   "QUIT": b"221 bye"}
        def talk(plain):
            encrypted = sys.argv[2] == "0"
            peer = context.wrap_socket(plain, server_side=True) if encrypted else plain
            peer.sendall(b"220 localhost\\r\\n")
            lines, isLogin = peer.makefile("rb"), False
            while line := lines.readline().decode().rstrip():
                print(line, file=log)
                verb = line.split(" ")[0]
                if isLogin: reply, isLogin = b"235 welcome", False
                elif verb == "STARTTLS":
                    peer.sendall(b"220 go ahead\\r\\n")
                    peer, encrypted = context.wrap_socket(plain, server_side=True), True
                    lines = peer.makefile("rb")
                    continue
                elif verb == "EHLO" and not encrypted: reply = b"250-localhost\\r\\n250 STARTTLS"
                else: reply, isLogin = replies[verb], verb == "AUTH"
                peer.sendall(reply + b"\\r\\n")
                if verb == "DATA":
                    octets = 0
                    while (text := lines.readline()) != b".\\r\\n":
                        octets += len(text) - text.startswith(b".")
                    print("mail of", octets, "octets", file=log)
                    peer.sendall(replies["."] + b"\\r\\n")
        while True:
            try: talk(listener.accept()[0])
            except (OSError, KeyError): pass
        """
}
