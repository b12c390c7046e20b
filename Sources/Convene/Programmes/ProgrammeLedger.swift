/// The book of programmes.
package protocol ProgrammeLedger {
    func programme(_ id: Programme.ID) throws -> Programme?
    func programme(code: Code) throws -> Programme?
    /// All programmes, by code.
    func programmes() throws -> [Programme]
    func insert(_ programme: Programme) throws -> Programme.ID
    /// Writes the programme whole, its countries and targets included.
    func update(_ programme: Programme) throws
}
