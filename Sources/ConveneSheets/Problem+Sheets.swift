import Convene

extension Problem {
    static func listMissing(_ path: String) -> Problem {
        Problem(.listUnreadable, "There is no file \(path): give the path of a CSV or TSV list.")
    }

    static func listIsFolder(_ path: String) -> Problem {
        Problem(.listUnreadable, "\(path) is a folder: give the path of one list in it.")
    }

    static func listForbidden(_ path: String) -> Problem {
        Problem(
            .listUnreadable,
            "\(path) may not be read by you: ask its owner for permission, or for a copy.")
    }

    /// - Parameter reason: What the operating system says.
    static func listUnreadable(_ path: String, reason: String) -> Problem {
        Problem(
            .listUnreadable,
            "\(path) can't be read (\(reason)): copy it to another place and try again.")
    }

    static func listForeign(_ file: String, seemsToBe kind: SheetFormat.Foreign) -> Problem {
        Problem(.listUnreadable, "\(file) seems to be \(kind.description): \(kind.remedy).")
    }

    static func listTooLarge(_ file: String) -> Problem {
        Problem(
            .listUnreadable, "\(file) is larger than 256 MB: split it into several smaller lists.")
    }

    static func listTooLong(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) has more than 1,000,000 rows: split it into several shorter lists.")
    }

    static func listTooWide(_ file: String, columns: Int) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) has \(columns) columns, and 1,000 can be read: remove those not needed.")
    }

    static func listHeadingsBroken(_ file: String, fault: Fault) -> Problem {
        Problem(
            .listUnreadable,
            "The headings of \(file) can't be read, because of line \(fault.line). \(fault.message)"
        )
    }

    static func listEmpty(_ file: String) -> Problem {
        Problem(
            .listEmpty,
            "\(file) is empty: a list has a line of headings and below it a row for each entry.")
    }

    static func listHeadingsOnly(_ file: String) -> Problem {
        Problem(
            .listEmpty,
            "\(file) has headings but no rows: add a row for each entry below the headings.")
    }
}
