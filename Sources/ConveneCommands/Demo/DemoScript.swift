/// What the demo does, command by command, as somebody at a terminal would.
enum DemoScript {
    /// A command line with the instant at which it is typed, and why.
    struct Step: Sendable {
        var why: String
        /// When it is typed, for CONVENE_NOW; the last one holds where none is given.
        var now: String?
        var command: String
    }

    /// The office of the demo: mail goes to files beside the register.
    static let configuration = """
        # The demo's office. Config/convene.yaml has every key with its meaning.
        database: convene.db
        mail:
          url: "file:mail/"
          from: workshops@example.org
          name: Workshops Office
        http:
          url: https://convene.example.org

        """

    static let steps = [
        Step(why: "A new register", now: "2011-08-22T09:00:00Z", command: "init"),
        Step(
            why: "The programmes and what they promised", command: "programme import programmes.csv"
        ),
        Step(why: "Their events, as precisely as known", command: "event import events.csv"),
        Step(
            why: "The list of nominees: looked at first, then taken whole",
            now: "2011-08-29T08:30:00Z",
            command: "nominate kyiv-2011-training --from nominations-kyiv.csv --dry-run"),
        Step(
            why: "", command: "nominate kyiv-2011-training --from nominations-kyiv.csv"),
        Step(
            why: "The dates are agreed, and registration opens", now: "2011-09-01T09:00:00Z",
            command: "event edit kyiv-2011-training --dates 2011-10-03/2011-10-07"),
        Step(why: "", command: "event open kyiv-2011-training"),
        Step(why: "Everybody nominated is invited", command: "invite kyiv-2011-training --yes"),
        Step(
            why: "Answers come by telephone, by letter, by mail", now: "2011-09-12T10:15:00Z",
            command: "invitation answer kyiv-2011-training P1 P2 P3 P5 P6 P7 P9 P10 P11 P12 P13 P14"
                + " P15 P16 --answer accepted --by telephone"),
        Step(
            why: "",
            command: "invitation answer kyiv-2011-training P17 P18 P19 P20 P21 P22 P23 P24"
                + " P25 P26 P27 P29 P30 --answer accepted --by letter"),
        Step(
            why: "",
            command: "invitation answer kyiv-2011-training P31 P32 P33 P34 P35 P36 P37 P38"
                + " P40 --answer accepted --by mail"),
        Step(
            why: "",
            command: "invitation answer kyiv-2011-training P4 P39 --answer declined --by mail"
                + " --note 'Away that week'"),
        Step(
            why: "Those who have not answered are reminded", now: "2011-09-19T09:00:00Z",
            command: "invitation remind kyiv-2011-training --yes"),
        Step(
            why: "", now: "2011-09-21T14:40:00Z",
            command: "invitation answer kyiv-2011-training P8 P28 --answer accepted --by telephone"),
        Step(
            why: "Attendance, day by day", now: "2011-10-03T15:00:00Z",
            command: "attend kyiv-2011-training --session 1 --all --absent P28"),
        Step(
            why: "", now: "2011-10-04T15:00:00Z",
            command: "attend kyiv-2011-training --session 2 --all --absent P7 P28"),
        Step(
            why: "", now: "2011-10-05T15:00:00Z",
            command: "attend kyiv-2011-training --session 3 --all --absent P28 --excused P19"),
        Step(
            why: "", now: "2011-10-06T15:00:00Z",
            command: "attend kyiv-2011-training --session 4 --all --absent P7 P28"),
        Step(
            why: "", now: "2011-10-07T13:00:00Z",
            command: "attend kyiv-2011-training --session 5 --all --absent P28"),
        Step(
            why: "A correction: the sheet of day 2 had it wrong, and the log keeps both",
            command:
                "attend kyiv-2011-training --session 2 --present P7 --reason 'signed on the back'"),
        Step(why: "It has been held", command: "event hold kyiv-2011-training"),
        Step(
            why: "What the donor asks: who came, by country and gender",
            now: "2011-10-10T09:00:00Z",
            command: "stats kyiv-2011-training --by country,gender"),
        Step(why: "", command: "stats kyiv-2011-training --by group"),
        Step(
            why: "The programme's targets beside its results", command: "programme show ram-2"),
        Step(why: "Nothing was changed behind the register's back", command: "doctor"),
    ]
}
