/// One thing that is wrong in a list, or may be: where, what stands there, and what would be right.
package struct Fault: Sendable, Equatable {
    /// The sheet of a workbook; nothing for CSV and TSV.
    package var sheet: String?
    /// The line of the file, counted from 1.
    package var line: Int
    /// The heading of the column, or nothing when the whole row is meant.
    package var column: String?
    /// What stands there.
    package var value: String?
    /// What is wrong and what would be right, in one sentence.
    package var message: String
    /// The refusal that the sentence is of, where there is one: by it the sentence is known in other
    /// languages.
    package var code: Problem.Code?

    package init(
        sheet: String? = nil, line: Int, column: String? = nil, value: String? = nil,
        message: String, code: Problem.Code? = nil
    ) {
        self.sheet = sheet
        self.line = line
        self.column = column
        self.value = value
        self.message = message
        self.code = code
    }
}
