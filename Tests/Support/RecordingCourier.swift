package import Convene
import Synchronization
import Testing

/// The receivers of webhooks, as a test scripts them: every call is kept, and answered as was said.
///
/// A call that the script does not foresee fails the test that is running.
package final class RecordingCourier: Courier {
    private let state: Mutex<(calls: [WebhookCall], script: [WebhookReply], usual: WebhookReply?)>

    /// - Parameters:
    ///   - script: what is answered to the first call, the second, …
    ///   - usual: what is answered to those after them; nothing means that there may be none.
    package init(_ script: [WebhookReply] = [], then usual: WebhookReply? = nil) {
        state = Mutex(([], script, usual))
    }

    package static func willing() -> RecordingCourier { RecordingCourier(then: .ok) }

    package var calls: [WebhookCall] { state.withLock { $0.calls } }

    package func post(_ call: WebhookCall) -> WebhookReply {
        let answer = state.withLock { state in
            state.calls.append(call)
            return state.script.isEmpty ? state.usual : state.script.removeFirst()
        }
        if answer == nil { Issue.record("Nobody foresaw a call of \(call.url.text).") }
        return answer ?? WebhookReply(status: nil, text: "not in the script")
    }
}

extension WebhookReply {
    package static let ok = WebhookReply(status: 200, text: "ok")
    package static let failing = WebhookReply(status: 500, text: "out of order")
    package static let gone = WebhookReply(status: 410, text: "no more")
    package static let unreachable = WebhookReply(status: nil, text: "nobody answers")
}

extension WebhookURL {
    package static let example = WebhookURL(stored: "https://hooks.example.org/convene")
}
