import ConveneReports

/// What a route has to say, before it is written as JSON or CSV.
enum APIReply: Sendable {
    /// A list, of which a page is shown.
    case list(Report, by: ListKey = .firstColumn)
    /// One thing, or figures.
    case thing(any Presentable)
    /// Something new, where it stands below `/api/v1`, and what is shown of it this once.
    case made(any Presentable, at: String, showing: Value.Record = [:])
    /// What came of an act.
    case done(Value.Record)
    case nothing

    /// What a cursor remembers of the last row of a page.
    enum ListKey: Sendable {
        /// The row is known by its first column, wherever it stands by then.
        case firstColumn
        /// Rows are added at the end only, so that their places stay.
        case place
    }
}
