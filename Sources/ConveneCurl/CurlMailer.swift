package import Convene
import Foundation

/// Mail over SMTP, through libcurl.
///
/// Up to ``SMTPAccount/connections`` lines, each a thread with an easy handle and a connection that
/// is kept from mail to mail (ENV-20); never `curl_multi`, which waits for one server at a time
/// (ENV-21). Lines begin when mails wait for them.
package final class CurlMailer: Mailer {
    private let account: SMTPAccount
    private let queue: DeliveryQueue

    package init(_ account: SMTPAccount) {
        self.account = account
        queue = DeliveryQueue(mostLines: account.connections)
    }

    deinit { close() }

    package var connections: Int { account.connections }

    package func deliver(
        _ parcel: Parcel, beforeData: @escaping @Sendable () async throws -> Void
    ) async -> Delivery {
        await withCheckedContinuation { continuation in
            let job = DeliveryJob(parcel: parcel, beforeData: beforeData) {
                continuation.resume(returning: $0)
            }
            switch queue.put(job) {
            case .queued: break
            case .lineWanted: startLine()
            case .closed: job.answer(Self.closed)
            }
        }
    }

    /// Ends the threads. A mail under way is finished; one that still waits is not started. Does
    /// not wait, neither for those nor for a server's goodbye (ENV-22).
    package func close() {
        for job in queue.close() { job.answer(Self.closed) }
    }

    private func startLine() {
        let thread = Thread { [account, queue] in SMTPLine(account, queue: queue).run() }
        thread.name = "mail"
        thread.start()
    }

    private static let closed = Delivery(
        outcome: .notStarted, reply: "The mailer was closed before this mail was its turn.")
}
