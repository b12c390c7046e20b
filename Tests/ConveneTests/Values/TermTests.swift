import Convene
import Testing

@Suite struct TermTests {
    /// The terms of the country action plan and of the events, then what officers write besides.
    @Test(
        arguments: [
            ("2021", "2021-01-01", "2021-12-31", Term.Precision.year),
            ("2022", "2022-01-01", "2022-12-31", .year),
            ("2023", "2023-01-01", "2023-12-31", .year),
            ("2008", "2008-01-01", "2008-12-31", .year),
            ("2011-10", "2011-10-01", "2011-10-31", .month),
            ("2016-10-19/2016-10-20", "2016-10-19", "2016-10-20", .days),
            ("2017-07-24/2017-07-25", "2017-07-24", "2017-07-25", .days),
            ("March-December 2021", "2021-03-01", "2021-12-31", .month),
            ("September-October 2021", "2021-09-01", "2021-10-31", .month),
            ("November, 2021", "2021-11-01", "2021-11-30", .month),
            ("December 2021", "2021-12-01", "2021-12-31", .month),
            ("January 2022", "2022-01-01", "2022-01-31", .month),
            ("March-April 2022", "2022-03-01", "2022-04-30", .month),
            ("February-March 2023", "2023-02-01", "2023-03-31", .month),
            ("March-December 2023", "2023-03-01", "2023-12-31", .month),
            ("January 2023", "2023-01-01", "2023-01-31", .month),
            ("March 2023", "2023-03-01", "2023-03-31", .month),
            ("April 2023", "2023-04-01", "2023-04-30", .month),
            ("November 2023", "2023-11-01", "2023-11-30", .month),
            ("December 2023", "2023-12-01", "2023-12-31", .month),
            ("2nd quarter 2023", "2023-04-01", "2023-06-30", .quarter),
            ("2nd and 3rd quarter 2023", "2023-04-01", "2023-09-30", .quarter),
            ("3rd quarter of 2023", "2023-07-01", "2023-09-30", .quarter),

            ("2008-2014", "2008-01-01", "2014-12-31", .year),
            ("2008–2014 гг.", "2008-01-01", "2014-12-31", .year),
            ("2021 год", "2021-01-01", "2021-12-31", .year),
            ("Q2 2023", "2023-04-01", "2023-06-30", .quarter),
            ("2023-Q2", "2023-04-01", "2023-06-30", .quarter),
            ("Q1 and Q2 2023", "2023-01-01", "2023-06-30", .quarter),
            ("II квартал 2023", "2023-04-01", "2023-06-30", .quarter),
            ("2-й квартал 2023 г.", "2023-04-01", "2023-06-30", .quarter),
            ("IV кв. 2022 - I кв. 2023", "2022-10-01", "2023-03-31", .quarter),
            ("1er trimestre 2023", "2023-01-01", "2023-03-31", .quarter),
            ("T2 2023", "2023-04-01", "2023-06-30", .quarter),
            ("October  2011", "2011-10-01", "2011-10-31", .month),
            ("Oct. 2011", "2011-10-01", "2011-10-31", .month),
            ("октябрь 2011", "2011-10-01", "2011-10-31", .month),
            ("ОКТЯБРЬ 2011", "2011-10-01", "2011-10-31", .month),
            ("в октябре 2011 г.", "2011-10-01", "2011-10-31", .month),
            ("août 2021", "2021-08-01", "2021-08-31", .month),
            ("février 2024", "2024-02-01", "2024-02-29", .month),
            ("December 2022 - January 2023", "2022-12-01", "2023-01-31", .month),
            ("2022-12/2023-01", "2022-12-01", "2023-01-31", .month),
            ("2017-07-24", "2017-07-24", "2017-07-24", .days),
            ("2011-10-03..2011-10-07", "2011-10-03", "2011-10-07", .days),
            ("24-25 July 2017", "2017-07-24", "2017-07-25", .days),
            ("24 and 25 July 2017", "2017-07-24", "2017-07-25", .days),
            ("July 24-25, 2017", "2017-07-24", "2017-07-25", .days),
            ("24th July 2017", "2017-07-24", "2017-07-24", .days),
            ("24 July 2017", "2017-07-24", "2017-07-24", .days),
            ("24 июля 2017", "2017-07-24", "2017-07-24", .days),
            ("с 24 по 25 июля 2017 года", "2017-07-24", "2017-07-25", .days),
            ("19–20 октября 2016", "2016-10-19", "2016-10-20", .days),
            ("24-25 juillet 2017", "2017-07-24", "2017-07-25", .days),
            ("du 24 au 25 juillet 2017", "2017-07-24", "2017-07-25", .days),
            ("30 June - 2 July 2017", "2017-06-30", "2017-07-02", .days),
            ("24.07.2017-25.07.2017", "2017-07-24", "2017-07-25", .days),
        ])
    func `a term means the days that people mean by it`(
        _ written: String, _ first: String, _ last: String, _ precision: Term.Precision
    ) throws {
        let term = try Term("  \(written) ")

        #expect(term.text == written)
        #expect(term.first == Day(first))
        #expect(term.last == Day(last))
        #expect(term.precision == precision)
        #expect((term.days != nil) == (precision == .days))
    }

    @Test(
        arguments: [
            ("", "There is no term"), ("soon", "not clear"), ("end of 2023", "not clear"),
            ("October", "it has no year"), ("24/07/2017", "not clear"), ("03/04/2025", "not clear"),
            ("07/2017", "not clear"),
            ("2011-13", "there is no month 13"), ("2017-02-30", "there is no such day"),
            ("31 April 2017", "there is no such day"), ("Q5 2023", "there is no quarter 5"),
            ("quarter 2023", "it doesn't say which quarter"), ("0203", "203 is not a year"),
            ("December-January 2023", "its end is before its start"),
            ("2014-2008", "its end is before its start"),
            ("2017-07-25/2017-07-24", "its end is before its start"),
            ("22 and 24 July 2017", "not clear"), ("2nd and 4th quarter 2023", "not clear"),
            ("2023-04-01/2023-05", "not clear"), ("2023 2024", "not clear"),
            ("Q2 July 2023", "not clear"), ("99999999999999999999", "not clear"),
            ("2021-2022-2023", "not clear"), ("-", "it has no year"), ("2022/23", "not clear"),
        ])
    func `an unclear term is refused with what would be right (CSV-6)`(
        _ written: String, _ reason: String
    ) {
        let problem = #expect(throws: Problem.self) { try Term(written) }

        #expect(problem?.code == .termUnclear)
        #expect(problem?.message.contains(reason) == true)
        #expect(problem?.message.contains("October 2011") == true)
    }

    @Test func `a term of endless text is refused at once`() {
        let endless = String(repeating: "2011-10-", count: 100_000)

        #expect(throws: Problem.self) { try Term(endless) }
    }
}
