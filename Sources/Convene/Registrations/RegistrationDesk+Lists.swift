extension RegistrationDesk {
    /// What a list of people would bring to an event, without bringing it.
    ///
    /// - Throws: `event.unknown`, `event.status`, `list.headings`. Faults are in the report.
    package func preview(
        _ sheet: Sheet, at event: Code, as entry: Entry, _ options: ListOptions
    ) async throws -> ListReport {
        let list = try PeopleList(sheet, options)
        return try await office.read { inquiry in
            try inquiry.preview(list, into: .event(try inquiry.event(event), entry))
        }
    }

    /// Registers or nominates everybody on a list, all or none.
    ///
    /// - Throws: `event.unknown`, `event.status`, `list.headings`, `list.faults`.
    package func enter(
        _ sheet: Sheet, at event: Code, as entry: Entry, _ options: ListOptions
    ) async throws -> ListReport {
        let list = try PeopleList(sheet, options)
        return try await office.write(as: actor) { deed in
            try deed.enter(list, into: .event(try deed.inquiry.event(event), entry))
        }
    }
}

extension PersonDesk {
    /// What a list of people would bring into the register, without bringing it.
    package func preview(_ sheet: Sheet, _ options: ListOptions) async throws -> ListReport {
        let list = try PeopleList(sheet, options)
        return try await office.read { try $0.preview(list, into: .register) }
    }

    /// Brings a list of people into the register, all or none.
    ///
    /// - Throws: `list.headings`, `list.faults`.
    package func enter(_ sheet: Sheet, _ options: ListOptions) async throws -> ListReport {
        let list = try PeopleList(sheet, options)
        return try await office.write(as: actor) { try $0.enter(list, into: .register) }
    }
}
