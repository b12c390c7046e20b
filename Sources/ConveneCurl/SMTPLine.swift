import Convene

/// One line to the mail server: a thread of its own that hands over one mail after another.
final class SMTPLine {
    private let account: SMTPAccount
    private let queue: DeliveryQueue
    private let secrets: SMTPSecrets
    private var handle: CurlHandle?

    init(_ account: SMTPAccount, queue: DeliveryQueue) {
        self.account = account
        self.queue = queue
        secrets = SMTPSecrets(account)
    }

    /// Works until the queue is closed.
    func run() {
        while let job = queue.take() {
            var delivery = deliver(job)
            delivery.reply = secrets.removed(from: delivery.reply)
            queue.lineIsFree()
            job.answer(delivery)
            // After the answer, because nobody should wait for our manners.
            if handle.map({ $0.mailsOnConnection >= account.mailsPerConnection }) == true {
                handle = nil
            }
        }
    }

    private func deliver(_ job: DeliveryJob) -> Delivery {
        if let fault = job.parcel.faultOnTheWire {
            return Delivery(outcome: .failed, reply: fault)
        }
        guard let verdict = attempt(job) else { return noLibrary }
        guard verdict.isWorthAFreshConnection else { return verdict.delivery }
        handle = nil
        return attempt(job)?.delivery ?? noLibrary
    }

    private func attempt(_ job: DeliveryJob) -> SMTPVerdict? {
        handle = handle ?? CurlHandle(account)
        return handle?.perform(job)
    }

    private var noLibrary: Delivery {
        Delivery(outcome: .unreachable, reply: "libcurl could not be started: out of memory.")
    }
}
