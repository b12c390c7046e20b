import Foundation
import Testing

@Suite struct WritingTests {
    @Test func `the last seat goes to one of 16 processes`() async throws {
        let shell = try await Shell.withEvent("--capacity 1")
        try await shell.must(
            "for i in {1..16}; do convene person add --given Guest --family N$i >/dev/null; done")

        let race = try await shell.run(
            """
            for i in {1..16}; do (convene register kyiv P$i >/dev/null; echo $? >code.$i) & done
            wait; cat code.*
            """)

        #expect(race.error == "")
        #expect(race.output == String(repeating: "0\n", count: 16))
        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count { $0["standing"] as? String == "confirmed" } == 1)
        #expect(list.count { $0["standing"] as? String == "waitlisted" } == 15)
        try await shell.must("convene doctor")
    }

    @Test func `two that write at once both succeed`() async throws {
        let shell = try await Shell.withEvent()

        try await shell.must(
            """
            enter() { for i in {1..25}; do
                convene register kyiv --given $1 --family N$i >/dev/null; done; }
            enter Left & left=$!
            enter Right & right=$!
            wait $left; wait $right
            """)

        let list = try await shell.rows("registrations", of: "registration list kyiv")
        #expect(list.count == 50)
        try await shell.must("convene doctor")
    }

    @Test func `what was acknowledged is there after kill -9 at any point`() async throws {
        let shell = try await Shell.withEvent()

        let words = try await shell.must(
            """
            RANDOM=2011
            for i in {1..60}; do
                convene register kyiv --given Guest --family N$i --format tsv >said.$i 2>/dev/null &
                pid=$!
                read -t 0.0$((RANDOM % 70 + 10)) <> <(:) || true
                kill -9 $pid 2>/dev/null || true
                wait $pid 2>/dev/null && code=0 || code=$?
                if [ $code = 0 ] || grep -q "Guest N$i" said.$i; then echo "said N$i"; fi
                [ $code = 0 ] || echo "killed N$i"
            done
            """)

        let said = words.split(separator: "\n").filter { $0.hasPrefix("said") }
        let killed = words.split(separator: "\n").filter { $0.hasPrefix("killed") }
        let there = try await shell.must("convene registration list kyiv --format tsv")
        #expect(!killed.isEmpty)
        for line in said { #expect(there.contains("Guest \(line.dropFirst(5))\t"), "\(line)") }
        try await shell.must("convene doctor; convene audit verify")
    }

    @Test func `an import that is killed is whole or not at all`() async throws {
        let shell = try await Shell.withEvent()
        try await shell.must(
            """
            for list in {1..12}; do
                echo given_name,family_name > list.$list.csv
                for i in {1..150}; do echo "L$list,N$i" >> list.$list.csv; done
            done
            """)

        try await shell.must(
            """
            RANDOM=2012
            for list in {1..12}; do
                convene nominate kyiv --from list.$list.csv >/dev/null 2>&1 & pid=$!
                read -t 0.$((RANDOM % 30 + 10)) <> <(:) || true
                kill -9 $pid 2>/dev/null || true
                wait $pid 2>/dev/null || true
            done
            """)

        let list = try await shell.rows("registrations", of: "registration list kyiv")
        let lists = Dictionary(grouping: list) { row in
            (row["name"] as? String)?.split(separator: " ").first ?? ""
        }
        #expect(lists.values.allSatisfy { $0.count == 150 })
        try await shell.must("convene doctor")
    }
}
