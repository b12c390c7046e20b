package import Convene
package import Hummingbird
import Logging
package import NIOCore

/// One request on its way through the house: who asks, in which language, under which number.
package struct Visit: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The number under which the request stands in the log, and on the page of a fault.
    package var number: String { Chance.hex(mark.octets) }
    private let mark = UInt64.random(in: .min ... .max)
    /// The address that the request came from; behind a proxy that is believed, the one that it
    /// names. Empty where there is none.
    package var address = ""
    /// Whether the visitor's connection is encrypted, as far as is known.
    package var isSecure = false
    /// The language to answer in.
    package var language = Language.english
    /// The language that the address of the page asks for; links keep it.
    package var chosenLanguage: Language?
    /// What the forms of the visitor's browser are known by.
    package var seal = FormSeal(text: "", isNew: false)
    /// Who has signed in; nothing on the public's pages.
    package var officer: SignedIn?
    /// The connection, to be closed where its client is too slow.
    package let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The route's pattern, such as `/events/{event}`: what may stand in logs, where the path, which
    /// can hold a secret, may not.
    package var route: String { endpointPath ?? "unknown" }

    /// A part of the path by its name in the pattern.
    ///
    /// - Throws: HTTP 404 where it is not UTF-8.
    package func part(_ name: String) throws -> String {
        guard let text = parameters.get(name).flatMap(PercentText.decoded), !text.isEmpty else {
            throw HTTPError(.notFound)
        }
        return text
    }
}

extension UInt64 {
    fileprivate var octets: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }
}
