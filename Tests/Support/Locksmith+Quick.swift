package import Convene
import Crypto
import CryptoExtras

import struct FoundationEssentials.Data

extension Locksmith {
    /// The real ciphers, at a cost that tests can bear.
    package static let quick = Locksmith(
        cost: Cost(rounds: 16, blockSize: 1, lanes: 1),
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
