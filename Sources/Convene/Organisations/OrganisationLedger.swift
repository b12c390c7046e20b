/// The book of organisations.
package protocol OrganisationLedger {
    func organisation(_ id: Organisation.ID) throws -> Organisation?
    /// The names under which these organisations are shown.
    func names(of organisations: Set<Organisation.ID>) throws -> [Organisation.ID: String]
    /// The organisation that was ever mentioned under a name with this key.
    func organisation(nameKey: String) throws -> Organisation.ID?
    /// Those whose name or another name begins with this key, or all; by name, at most so many.
    func organisations(prefix: String?, limit: Int) throws -> [Organisation]
    /// Adds the organisation with its names, each under its key.
    func insert(_ organisation: Organisation, nameKeys: [(name: String, key: String)]) throws
        -> Organisation.ID
    /// Writes the organisation whole; its names are replaced by these.
    func update(_ organisation: Organisation, nameKeys: [(name: String, key: String)]) throws
}
