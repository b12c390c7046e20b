import ConveneTestSupport
import Testing

@testable import Convene
@testable import ConveneHTTP

@Suite struct APIPeopleTests {
    @Test func `programmes, people and institutions are added, found, read and changed`()
        async throws
    {
        let api = try await APIExchange(World())

        let whole = try await api.follow([
            .post(
                "/programmes",
                #"{"code": "museums", "title": "Museums", "start": 2011, "end": 2012, "countries": ["KZ"], "targets": ["seminar=2"]}"#
            ),
            .get("/programmes"),
            .patch("/programmes/museums", #"{"agreement": "A-1", "end": null}"#),
            .get("/programmes/museums"),
            .post(
                "/people",
                #"{"given_name": "Ada", "family_name": "Example", "gender": "female", "country": "KZ", "email": "ada@example.org", "organisation": "Ministry of Samples", "stakeholder": "ministry", "languages": ["ru"]}"#
            ),
            .post("/people", #"{"given_name": "Alan", "family_name": "Specimen"}"#),
            .get("/people"), .get("/people?limit=1"), .get("/people?find=examp"),
            .get("/people?country=KZ"), .get("/people/P1"),
            .patch(
                "/people/P2",
                #"{"country": "UA", "other_given_name": "Алан", "other_family_name": "Спесимен"}"#),
            .patch("/people/P2", #"{"email": "ada@example.org"}"#), .get("/people/P9"),
            .post("/organisations", #"{"name": "Museum of Samples", "country": "UA"}"#),
            .get("/organisations"), .get("/organisations/O1"),
            .patch("/organisations/O2", #"{"name": "Museum of Specimens", "city": "Kyiv"}"#),
        ])

        try expectGolden(whole, "api/people.txt")
    }
}
