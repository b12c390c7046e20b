import Testing

/// The officers' pages in a real Chromium; pictures of all of them are kept in
/// `.build/screenshots/office`.
@Suite(.serialized) struct OfficeBrowserTests {
    @Test
    func
        `every officers' page and a day's work hold in three languages, on a telephone, at a desk, without script`()
        async throws
    {
        let shell = try await Shell.withGuests()
        try await shell.must(Self.office)
        let service = try await Service(in: shell)

        let outcome = try await service.browse(
            "office.py", "olga '\(Self.password)'", into: "office")

        #expect(outcome.code == 0, "\(outcome.output)\(outcome.error)")
        for event in ["desk", "plain"] {
            let log = try await shell.rows("marks", of: "attendance list \(event)")
            let people = Set(log.map { $0["person"] as? String })
            #expect(log.count == 4 && people.count == 4, "\(event): each is marked once: \(log)")
        }
        try await shell.must("convene doctor && convene audit verify")
    }

    private static let password = "four words of chance"

    /// What officers have before them beside what the public sees, and an admin, olga.
    private static var office: String {
        """
        python3 '\(Shell.peer("sink.py"))' sink.log >sink.port & sink=$!
        convene account add olga --role admin --email olga@example.org
        echo '\(password)' | convene account password olga
        convene register kyiv --given Aigul --family Seitova --gender female --country KZ \
            --email aigul@example.net
        convene attend kyiv --session 1 --all
        cat >plan.csv <<'END'
        year,number,title,steps,term
        2011,1,Training of trainers,"Dates agreed
        List formed",March 2011
        2011,2,A manual,"Text written
        Text printed",December 2011
        2011,3,A network,"Centres chosen
        Centres visited",December 2011
        END
        convene plan import plan.csv --programme ram-2
        convene programme edit ram-2 --start 2010 --end 2012 --countries 'KZ;KG;UA' \
            --targets 'workshop=4;countries=10;women=20'
        convene outcome add held 'Draft a curriculum' --due 'Q4 2011' --responsible Museums
        for event in desk plain; do
            convene event add $event --kind workshop --title "A $event to work at" \
                --dates 2011-09-05/2011-09-06 --city Bishkek --country KG --timezone Asia/Bishkek
            convene event open $event
            for i in {1..5}; do
                convene nominate $event --given Worker --family "$event N$i" --country KG \
                    --gender female --email $event$i@example.net
            done
            convene event add $event-mail --kind lecture --title "A lecture by $event" \
                --dates 2011-09-20/2011-09-20
            convene event open $event-mail
            convene nominate $event-mail --given Reader --family "Of $event" \
                --email bad@$event.example.net
            CONVENE_HTTP_URL=https://events.example.org \
                CONVENE_MAIL_URL=smtp://127.0.0.1:$(cat sink.port) convene invite $event-mail --yes || true
        done
        kill $sink
        convene person add --given Алия --family Жумабаева --gender female --country KZ
        convene person add --given Aliya --family Zhumabaeva --gender female --country KZ
        convene person add --given Пётр --family Иванченко --gender male --country UA
        convene person add --given Petr --family Ivanchenko --gender male --country UA
        """
    }
}
