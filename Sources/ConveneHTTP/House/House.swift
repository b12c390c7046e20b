package import Convene
package import ConveneBootstrap
package import ConveneLetters
package import Hummingbird
package import Logging

/// The house of the service: what every route needs. Routes are decode, one call into the domain,
/// encode; each group of them is an extension of this with a function that adds them to a router.
package struct House: Sendable {
    package let office: Office
    package let settings: HTTPSettings
    /// The public address with which links begin, without a slash at its end.
    package let publicURL: String
    package let pages: PageCabinet
    package let gauges: Gauges
    /// Rings when something was written, so that its mail leaves at once.
    package let bell: Bell
    /// The same for webhooks; a bell has one listener.
    let hookBell = Bell()
    package let drain: Drain
    package let logger: Logger

    /// Headings of lists that the office has added to those that are understood.
    let headings: [String: [String]]
    /// Leaves nothing of what was forgotten beside the register's file.
    let emptyLog: @Sendable () async throws -> Void
    let announcer: Announcer
    let countries: CountryMenu
    /// How often each account may ask the API.
    let callers: Visitors
    /// How often an address may come with a token that nobody knows.
    let strangers: Visitors
    let shelf = PageShelf()
    let waitingLists = WaitingLists()
    let timetable = Timetable()

    package init(
        office: Office, settings: HTTPSettings, publicURL: String, pages: PageCabinet,
        announcer: Announcer, logger: Logger, headings: [String: [String]] = [:],
        emptyLog: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.office = office
        self.settings = settings
        self.publicURL = publicURL
        self.pages = pages
        self.announcer = announcer
        self.logger = logger
        self.headings = headings
        self.emptyLog = emptyLog
        gauges = Gauges()
        bell = Bell()
        drain = Drain()
        countries = CountryMenu()
        callers = Visitors(perMinute: settings.callsPerMinute)
        strangers = Visitors(perMinute: settings.formsPerMinute)
    }

    /// Every route of the house, behind what holds for all of them.
    package func router() -> Router<Visit> {
        let router = Router(context: Visit.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Refusals(house: self))
        router.add(middleware: Pressure(house: self))
        // What is added before the guard is not behind it: whoever has the link unsubscribes, from
        // whatever page (UNS-2).
        addUnsubscription(to: router)
        router.add(middleware: FormGuard(house: self))
        addWatch(to: router)
        addAssets(to: router)
        addNotices(to: router)
        addRegistration(to: router)
        addGuestPages(to: router)
        addCertificates(to: router)
        addOffice(to: router)
        addAPI(to: router)
        return router
    }
}
