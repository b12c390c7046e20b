import Convene

extension Problem {
    static func listMissing(_ path: String) -> Problem {
        Problem(
            .listUnreadable, "There is no file \(path): give the path of an XLSX, CSV or TSV list.")
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

    static func listDamaged(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) is damaged, or was not copied whole: ask for it again, or open it in a \
            spreadsheet program and save it once more.
            """)
    }

    static func listProtected(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) is protected by a password: open it in a spreadsheet program, take the \
            password away, and save it.
            """)
    }

    static func listNotPlainXML(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) has a part that no spreadsheet program writes (a document type, or another \
            encoding than UTF-8), and was not read: open it in a spreadsheet program and save it \
            once more.
            """)
    }

    /// An archive made to fill the memory or the day of whoever opens it, or as good as one.
    static func listUnpacksTooLarge(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) unpacks to far more than a list needs: copy its rows into a new workbook and \
            import that.
            """)
    }

    /// - Parameter sheets: The names of those that there are.
    static func listSheetUnknown(_ name: String, in file: String, sheets: [String]) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) has no sheet “\(CellText.excerpt(name))”: name one of these, or give its number.",
            details: sheets.enumerated().map { "\($0.offset + 1) \(CellText.excerpt($0.element))" })
    }

    static func listHasNoSheets(_ file: String) -> Problem {
        Problem(
            .listUnreadable, "\(file) is no workbook, so it has no sheets: leave --sheet out.")
    }

    /// - Parameter place: The first that the encoding has no character for.
    static func list(
        _ file: String, isNotIn encoding: Sheet.Encoding, at place: UTF8Check.Place
    ) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) is not in \(encoding.rawValue): something on line \(place.line) is no character \
            there. Leave --encoding out, and it is found out, or name another.
            """)
    }

    static func listMarked(_ file: String, _ encoding: Sheet.Encoding) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) says itself that it is in \(encoding.rawValue): leave --encoding out.")
    }

    static func listHasNoEncoding(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) is a workbook, whose encoding is always the same: leave --encoding out.")
    }

    static func listMixed(_ file: String, line: Int, character: Int) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) is written in two encodings: line \(line) is not in the same as those before \
            it, from its character \(character) on. Save both parts as UTF-8 and join them again.
            """)
    }

    static func listZeroByte(_ file: String, line: Int, character: Int) -> Problem {
        Problem(
            .listUnreadable,
            """
            \(file) has a zero byte on line \(line), character \(character), so it is no text, or \
            damaged: ask for it again, or open it in a spreadsheet program and save it as CSV UTF-8.
            """)
    }

    static func listTooManyCells(_ file: String) -> Problem {
        Problem(
            .listUnreadable,
            "\(file) has more than 10,000,000 cells: split it into several smaller lists.")
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
