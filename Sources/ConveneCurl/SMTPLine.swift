import Convene

/// One line to the mail server. What came of a mail is known before the connection is let go, for
/// whose end nobody waits (ENV-22).
final class SMTPLine: MailLine {
    private let account: SMTPAccount
    private let secrets: SMTPSecrets
    private var handle: CurlHandle?

    init(_ account: SMTPAccount) {
        self.account = account
        secrets = SMTPSecrets(account)
    }

    func deliver(_ parcel: Parcel, clearance: Clearance) -> Delivery {
        if handle?.isFresh == false { handle = nil }
        var delivery = carry(DeliveryJob(parcel: parcel, clearance: clearance))
        delivery.reply = secrets.removed(from: delivery.reply)
        return delivery
    }

    private func carry(_ job: DeliveryJob) -> Delivery {
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
