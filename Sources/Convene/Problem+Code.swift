extension Problem {
    /// The stable names of all refusals; each stands in `Errors.md` with a test that brings it about.
    package enum Code: String, Sendable, CaseIterable {
        // What somebody wrote can't be read.
        case addressInvalid = "address.invalid"
        case countryUnknown = "country.unknown"
        case dayInvalid = "day.invalid"
        case genderUnknown = "gender.unknown"
        case nameInvalid = "name.invalid"
        case stakeholderUnknown = "stakeholder.unknown"
        case termUnclear = "term.unclear"
        case valueInvalid = "value.invalid"
        case zoneUnknown = "zone.unknown"

        // Lists.
        case listUnreadable = "list.unreadable"
        case listEmpty = "list.empty"
        case listHeadings = "list.headings"
        case eraseSending = "erase.sending"
        case importUnknown = "import.unknown"
        case importUndone = "import.undone"
        case importKept = "import.kept"
        case listFaults = "list.faults"
        case listNobodyToAsk = "list.nobody-to-ask"

        // Programmes and events.
        case programmeUnknown = "programme.unknown"
        case programmeExists = "programme.exists"
        case programmeParent = "programme.parent"
        case programmeYears = "programme.years"
        case eventUnknown = "event.unknown"
        case eventExists = "event.exists"
        case eventDates = "event.dates"
        case eventNoDates = "event.no-dates"
        case eventNoTerm = "event.no-term"
        case eventStatus = "event.status"
        case eventCapacity = "event.capacity"
        case eventFull = "event.full"
        case sessionUnknown = "session.unknown"
        case sessionOutside = "session.outside"
        case sessionTimes = "session.times"
        case sessionMarked = "session.marked"

        // Organisations and people.
        case organisationUnknown = "organisation.unknown"
        case organisationAmbiguous = "organisation.ambiguous"
        case organisationExists = "organisation.exists"
        case personUnknown = "person.unknown"
        case personAmbiguous = "person.ambiguous"
        case personNoAddress = "person.no-address"
        case addressTaken = "address.taken"
        case mergeUnknown = "merge.unknown"
        case mergeSame = "merge.same"
        case mergeEvent = "merge.event"
        case mergeChanged = "merge.changed"

        // Registrations, attendance, invitations.
        case registrationUnknown = "registration.unknown"
        case registrationExists = "registration.exists"
        case registrationStanding = "registration.standing"
        case attendanceNotConfirmed = "attendance.not-confirmed"
        case attendanceNobody = "attendance.nobody"
        case attendanceSession = "attendance.session"
        case headCountInvalid = "head-count.invalid"
        case invitationUnknown = "invitation.unknown"
        case invitationNobody = "invitation.nobody"
        case certificateUnknown = "certificate.unknown"
        case admissionClosed = "admission.closed"
        case consentMissing = "consent.missing"
        case questionUnknown = "question.unknown"
        case questionChoices = "question.choices"
        case questionAnswered = "question.answered"
        case answerMissing = "answer.missing"
        case answerInvalid = "answer.invalid"
        case linkUnknown = "link.unknown"

        // Plans and outcomes.
        case planProgramme = "plan.programme"
        case activityUnknown = "activity.unknown"
        case activityAmbiguous = "activity.ambiguous"
        case activitySteps = "activity.steps"
        case activityDropped = "activity.dropped"
        case stepUnknown = "step.unknown"
        case outcomeUnknown = "outcome.unknown"
        case outcomeAmbiguous = "outcome.ambiguous"
        case reasonMissing = "reason.missing"

        // Mail.
        case messageUnknown = "message.unknown"
        case messageState = "message.state"
        case mailNotSet = "mail.not-set"
        case mailRehearsal = "mail.rehearsal"
        case mailPartly = "mail.partly"
        case mailServer = "mail.server"
        case mailHeld = "mail.held"
        case templateFaulty = "template.faulty"
        case attachmentInvalid = "attachment.invalid"
        case mailboxNotSet = "mailbox.not-set"
        case mailboxUnreadable = "mailbox.unreadable"
        case incomingUnknown = "incoming.unknown"
        case suppressionUnknown = "suppression.unknown"

        // Accounts, and who may do what.
        case accountUnknown = "account.unknown"
        case accountExists = "account.exists"
        case accountScope = "account.scope"
        case accountLastAdmin = "account.last-admin"
        case passwordWeak = "password.weak"
        case accessDenied = "access.denied"
        case gateRefused = "gate.refused"
        case tokenUnknown = "token.unknown"
        case tokenUnlisted = "token.unlisted"
        case onceOther = "once.other"
        case onceBegun = "once.begun"

        // Webhooks.
        case webhookUnknown = "webhook.unknown"
        case webhookAddress = "webhook.address"
        case deliveryUnknown = "delivery.unknown"

        // The register itself.
        case registerExists = "register.exists"
        case registerMissing = "register.missing"
        case registerForeign = "register.foreign"
        case registerNewer = "register.newer"
        case registerCorrupt = "register.corrupt"
        case registerReadOnly = "register.read-only"
        case registerBusy = "register.busy"
        case registerFull = "register.full"
        case registerClock = "register.clock"
        case fileExists = "file.exists"
        case fileUnwritable = "file.unwritable"
        case outputLost = "output.lost"
        case settingInvalid = "setting.invalid"
        case auditBroken = "audit.broken"
        case doctorFound = "doctor.found"

        package var kind: Kind {
            switch self {
            case .programmeUnknown, .eventUnknown, .sessionUnknown, .organisationUnknown,
                .personUnknown, .mergeUnknown, .registrationUnknown, .invitationUnknown,
                .messageUnknown, .certificateUnknown, .linkUnknown, .incomingUnknown,
                .suppressionUnknown, .questionUnknown, .accountUnknown, .tokenUnknown,
                .registerMissing, .importUnknown, .activityUnknown, .stepUnknown, .outcomeUnknown,
                .webhookUnknown, .deliveryUnknown, .tokenUnlisted:
                .notFound
            case .programmeExists, .eventExists, .addressTaken, .registrationExists,
                .registerExists, .registerBusy, .fileExists, .organisationAmbiguous,
                .organisationExists, .importUndone, .importKept, .eraseSending,
                .personAmbiguous, .mergeEvent, .accountExists, .accountLastAdmin, .planProgramme,
                .activityAmbiguous,
                .outcomeAmbiguous, .onceOther, .onceBegun:
                .conflict
            case .mailPartly, .outputLost:
                .partly
            case .addressInvalid, .countryUnknown, .dayInvalid, .genderUnknown, .nameInvalid,
                .stakeholderUnknown, .termUnclear, .valueInvalid, .zoneUnknown, .listUnreadable,
                .listEmpty, .listHeadings, .listFaults, .listNobodyToAsk, .mergeSame, .mergeChanged,
                .programmeParent, .programmeYears,
                .eventDates, .eventNoDates, .eventNoTerm, .eventStatus, .eventCapacity, .eventFull,
                .sessionOutside, .sessionTimes, .sessionMarked, .personNoAddress,
                .registrationStanding, .attendanceNotConfirmed, .attendanceNobody,
                .attendanceSession,
                .headCountInvalid, .invitationNobody, .admissionClosed, .consentMissing,
                .questionChoices, .questionAnswered, .answerMissing, .answerInvalid, .messageState,
                .mailNotSet, .mailRehearsal,
                .mailServer, .mailHeld, .attachmentInvalid, .mailboxNotSet, .mailboxUnreadable,
                .templateFaulty, .registerForeign, .registerNewer, .registerCorrupt,
                .registerReadOnly, .registerFull, .registerClock, .fileUnwritable,
                .settingInvalid, .accountScope, .passwordWeak, .accessDenied,
                .gateRefused, .auditBroken, .doctorFound, .activitySteps, .activityDropped,
                .reasonMissing, .webhookAddress:
                .refused
            }
        }
    }
}
