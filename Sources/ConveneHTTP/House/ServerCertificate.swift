import Convene
import FoundationEssentials
import NIOCore
import NIOSSL
import Synchronization

/// The certificate by which the service shows who it is. Its files are read anew when they change, so
/// that a renewed one holds for the next connection; while they can't be read, the last holds.
final class ServerCertificate: Sendable {
    private let paths: (chain: String, key: String)
    private let kept: Mutex<(stamp: Stamp, pair: Pair)>

    /// - Parameters:
    ///   - chain, key: PEM files of the certificates, ours first, and of its key.
    /// - Throws: `setting.invalid`.
    init(chain: String, key: String) throws {
        paths = (chain, key)
        do {
            kept = Mutex((Stamp(chain, key), try Pair(chain, key)))
        } catch {
            throw Problem(
                .settingInvalid,
                "http.certificate and http.key are PEM files of a certificate chain and its key;"
                    + " \(chain) and \(key) can't be read as such.")
        }
    }

    /// What connections are encrypted with; each asks anew.
    var configuration: TLSConfiguration {
        let first = current()
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: first.chain, privateKey: first.key)
        configuration.minimumTLSVersion = .tlsv12
        configuration.sslContextCallback = { _, promise in
            promise.succeed(self.current().override)
        }
        return configuration
    }

    private func current() -> Pair {
        let stamp = Stamp(paths.chain, paths.key)
        return kept.withLock { kept in
            if stamp != kept.stamp, let pair = try? Pair(paths.chain, paths.key) {
                kept = (stamp, pair)
            }
            return kept.pair
        }
    }

    /// The certificates and the key that go together.
    private struct Pair {
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource

        init(_ chain: String, _ key: String) throws {
            self.chain = try NIOSSLCertificate.fromPEMFile(chain).map { .certificate($0) }
            self.key = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        }

        var override: NIOSSLContextConfigurationOverride {
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = chain
            override.privateKey = key
            return override
        }
    }

    /// When the files were written.
    private struct Stamp: Equatable {
        private let times: [Date?]

        init(_ paths: String...) {
            times = paths.map { path in
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                return attributes?[.modificationDate] as? Date
            }
        }
    }
}
