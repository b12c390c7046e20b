package import Convene
import Crypto
import CryptoExtras

import struct FoundationEssentials.Data

extension Locksmith {
    /// With the ciphers of swift-crypto.
    package static let system = Locksmith(
        stretch: { password, salt, cost in
            try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: 32, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.lanes
            ).withUnsafeBytes { Array($0) }
        },
        keyedHash: { text, key in
            Array(
                HMAC<Insecure.SHA1>.authenticationCode(
                    for: text, using: SymmetricKey(data: key)))
        })
}
