import Convene
import Testing

@Suite struct StakeholderGroupTests {
    @Test(
        arguments: StakeholderGroup.allCases.map { ($0.rawValue, $0) } + [
            ("Museum", .museum), ("музей", .museum), ("musée", .museum), ("НКО", .ngo),
            ("civil society", .ngo), ("ONG", .ngo), ("secteur privé", .privateSector),
            ("private sector", .privateSector), ("министерство", .ministry), ("СМИ", .media),
            ("вуз", .academia), ("université", .academia), ("творческий союз", .union),
            ("ООН", .un), ("UN agency", .un), ("другое", .other),
        ])
    func `a group is read in three languages`(_ written: String, _ group: StakeholderGroup) throws {
        #expect(try StakeholderGroup.reading(written) == group)
    }

    @Test(arguments: ["", "circus"])
    func `anything else is refused with what would be right`(_ written: String) {
        let problem = #expect(throws: Problem.self) { try StakeholderGroup.reading(written) }

        #expect(problem?.code == .stakeholderUnknown)
        for group in StakeholderGroup.allCases {
            #expect(problem?.message.contains(group.rawValue) == true)
        }
    }
}
