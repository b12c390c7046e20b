import Convene
import HTTPTypes

/// One route of the API: where it is, what it takes, what it answers, and what it does.
///
/// The router and openapi.json are both made of the one table of these, so that they can't differ.
struct APIRoute: Sendable {
    let method: HTTPRequest.Method
    /// Below `/api/v1`, its parts in braces: `/events/{event}`.
    let path: String
    /// How programs call it: `events.list`.
    let name: String
    /// What it does, in a sentence.
    let summary: String
    /// The scopes of which a token must have one; nothing where nobody need say who they are.
    let scopes: [Scope]
    let filters: [Filter]
    let body: Shape?
    let answer: Answer
    /// Whether it takes a list, such as a workbook, in place of JSON.
    var takesList = false
    let act: @Sendable (APICall) async throws -> APIReply

    /// What a route answers when it has done what was asked.
    enum Answer: Sendable {
        /// A list with this key; CSV as well.
        case page(Shape)
        /// Something with an entity tag; CSV as well where it is a table.
        case thing(Shape, csv: Bool = false)
        /// Something new, with where it stands.
        case made(Shape)
        /// What came of an act.
        case done(Shape)
        case nothing
    }

    /// A parameter of the query.
    struct Filter: Sendable {
        let name: String
        let shape: Shape
        /// Whether it may be given several times.
        var isRepeatable = false
        let about: String
    }

    typealias Act = @Sendable (APICall) async throws -> APIReply
}

extension APIRoute {
    typealias Scope = AccessToken.Scope

    static func list(
        _ path: String, _ name: String, _ summary: String, _ page: Shape,
        filters: [Filter] = [], scopes: [Scope] = [.read, .write], _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .get, path: path, name: name, summary: summary, scopes: scopes,
            filters: filters, body: nil, answer: .page(page), act: act)
    }

    static func read(
        _ path: String, _ name: String, _ summary: String, _ thing: Shape,
        filters: [Filter] = [], csv: Bool = false, scopes: [Scope] = [.read, .write],
        _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .get, path: path, name: name, summary: summary, scopes: scopes,
            filters: filters, body: nil, answer: .thing(thing, csv: csv), act: act)
    }

    static func add(
        _ path: String, _ name: String, _ summary: String, takes body: Shape, _ thing: Shape,
        _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .post, path: path, name: name, summary: summary, scopes: [.write], filters: [],
            body: body, answer: .made(thing), act: act)
    }

    static func change(
        _ path: String, _ name: String, _ summary: String, takes body: Shape, _ thing: Shape,
        _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .patch, path: path, name: name, summary: summary, scopes: [.write],
            filters: [], body: body, answer: .thing(thing), act: act)
    }

    /// An act such as confirming: POST, and 200 with what came of it.
    static func act(
        _ path: String, _ name: String, _ summary: String, takes body: Shape, _ result: Shape,
        scopes: [Scope] = [.write], _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .post, path: path, name: name, summary: summary, scopes: scopes, filters: [],
            body: body, answer: .done(result), act: act)
    }

    /// A list that comes in: CSV, TSV or a workbook as the body.
    static func takeIn(
        _ path: String, _ name: String, _ summary: String, filters: [Filter], _ report: Shape,
        _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .post, path: path, name: name, summary: summary, scopes: [.write],
            filters: filters, body: nil, answer: .done(report), takesList: true, act: act)
    }

    static func remove(
        _ path: String, _ name: String, _ summary: String, filters: [Filter] = [],
        _ act: @escaping Act
    ) -> APIRoute {
        APIRoute(
            method: .delete, path: path, name: name, summary: summary, scopes: [.write],
            filters: filters, body: nil, answer: .nothing, act: act)
    }
}

extension APIRoute.Filter {
    /// A parameter that may be given once.
    static func one(_ name: String, _ shape: Shape, _ about: String) -> Self {
        Self(name: name, shape: shape, about: about)
    }

    /// A parameter that may be given several times.
    static func several(_ name: String, _ shape: Shape, _ about: String) -> Self {
        Self(name: name, shape: shape, isRepeatable: true, about: about)
    }
}
