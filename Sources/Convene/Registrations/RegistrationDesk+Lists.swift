extension RegistrationDesk {
    /// What a list of people would bring to an event, without bringing it.
    ///
    /// - Throws: `event.unknown`, `event.status`, `list.headings`. Faults are in the report.
    package func preview(
        _ sheet: Sheet, at event: Code, as entry: Entry, _ options: ListOptions
    ) async throws -> ListReport {
        try await office.read(as: actor) { inquiry in
            let list = try PeopleList(sheet, try inquiry.settled(options, for: sheet))
            return try inquiry.preview(list, into: .event(try inquiry.event(event), entry))
        }
    }

    /// Registers or nominates everybody on a list, all or none.
    ///
    /// - Throws: `event.unknown`, `event.status`, `list.headings`, `list.faults`.
    package func enter(
        _ sheet: Sheet, at event: Code, as entry: Entry, _ options: ListOptions
    ) async throws -> ListReport {
        try await office.write(as: actor) { deed in
            try deed.enter(
                sheet, options, into: .event(try deed.inquiry.event(event), entry))
        }
    }
}

extension PersonDesk {
    /// What a list of people would bring into the register, without bringing it.
    ///
    /// - Throws: `list.headings`. Faults are in the report.
    package func preview(_ sheet: Sheet, _ options: ListOptions) async throws -> ListReport {
        try await office.read(as: actor) { inquiry in
            try inquiry.preview(
                try PeopleList(sheet, try inquiry.settled(options, for: sheet)), into: .register)
        }
    }

    /// Brings a list of people into the register, all or none.
    ///
    /// - Throws: `list.headings`, `list.faults`.
    package func enter(_ sheet: Sheet, _ options: ListOptions) async throws -> ListReport {
        try await office.write(as: actor) { try $0.enter(sheet, options, into: .register) }
    }
}

extension Deed {
    /// Brings a list in and keeps what was said of its columns for the next of its layout.
    fileprivate func enter(
        _ sheet: Sheet, _ options: ListOptions, into target: PeopleListTarget
    ) throws -> ListReport {
        let report = try enter(
            try PeopleList(sheet, try inquiry.settled(options, for: sheet)), into: target)
        try remember(options.map, of: sheet, PersonField.self)
        return report
    }
}

extension Inquiry {
    /// The options with what was said of the columns of an earlier list with these headings.
    fileprivate func settled(_ options: ListOptions, for sheet: Sheet) throws -> ListOptions {
        var options = options
        options.map = try settled(
            options.map, for: ListLayout(sheet, of: PersonField.self))
        return options
    }
}
