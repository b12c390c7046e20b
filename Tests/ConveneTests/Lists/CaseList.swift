import Convene
import ConveneSheets

/// The lists that the tests read: those that ship with the demonstration, and those in `Cases`.
enum CaseList: String {
    case programmes, events
    case nominations = "nominations-kyiv"
    case broken = "nominations-broken"
    case russian = "nominations-kyiv-ru"
    case almaty = "nominations-almaty"
    case aktau = "nominations-aktau"
    case plan = "country-action-plan"

    func sheet(source: String = #filePath) throws -> Sheet {
        let tests = source.components(droppingLast: 3)
        let ships = [.programmes, .events, .nominations].contains(self)
        let folder =
            ships
            ? tests.components(droppingLast: 1) + "/Config/demo/lists"
            : tests + "/ConveneSheetsTests/Cases"
        let ending = self == .aktau ? "xlsx" : "csv"
        return try SheetReader(sense: HeadingWords<PersonField>().know)
            .read("\(folder)/\(rawValue).\(ending)")
    }
}

extension Sheet {
    /// A list as a test writes it, in UTF-8 with commas.
    static func reading(_ text: String, file: String = "list.csv") throws -> Sheet {
        try SheetReader().read(bytes: Array(text.utf8), file: file)
    }
}

extension String {
    fileprivate func components(droppingLast count: Int) -> String {
        split(separator: "/", omittingEmptySubsequences: false).dropLast(count)
            .joined(separator: "/")
    }
}
