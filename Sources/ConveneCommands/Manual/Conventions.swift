/// What an exit code says; the table of the manual and of the tests.
struct ExitStatus {
    let code: Int32
    let meaning: String

    static let all = [
        ExitStatus(code: 0, meaning: "Done."),
        ExitStatus(
            code: 1, meaning: "A fault of ours; the details are in the log beside the register."),
        ExitStatus(code: 2, meaning: "Refused: the sentence says why and what to do."),
        ExitStatus(code: 3, meaning: "What was named is not there."),
        ExitStatus(code: 4, meaning: "It contradicts what the register holds."),
        ExitStatus(code: 5, meaning: "Some of it was done; what was not is listed."),
        ExitStatus(code: 64, meaning: "The command line can't be understood."),
    ]
}

/// What the environment can say; every key of convene.yaml has its variable.
struct Variable {
    let name: String
    let meaning: String

    static let all = [
        Variable(name: "CONVENE_DATABASE", meaning: "The register's file; convene.db without it."),
        Variable(
            name: "CONVENE_CONFIG", meaning: "The configuration file; convene.yaml without it."),
        Variable(
            name: "CONVENE_MAIL_URL",
            meaning: "Where mail goes: smtp://host:25, smtps://host:465 or file:mail/."),
        Variable(name: "CONVENE_MAIL_FROM", meaning: "The address that mail comes from."),
        Variable(
            name: "CONVENE_MAIL_USER, CONVENE_MAIL_PASSWORD",
            meaning: "The login at the mail server, where it wants one."),
        Variable(name: "CONVENE_HTTP_URL", meaning: "The public address with which links begin."),
        Variable(
            name: "CONVENE_NOW",
            meaning: "Holds the clock at an instant such as 2011-09-01T09:00:00Z, for rehearsals."),
        Variable(name: "NO_COLOR", meaning: "Anything in it, and nothing is coloured."),
    ]
}
