import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore

@testable import KohortSite

/// Another system that asks a real installation with a token of its own.
struct SystemClient: Sendable {
    let world: RoundSite
    private let front: Front

    init(_ world: RoundSite) throws {
        self.world = world
        front = try world.site.front(isReady: { true })
    }

    func token(_ role: Role, of employer: String? = nil) async throws -> String {
        let call = MakeToken(
            tenant: try Slug(world.tenant), role: role, organisation: try employer.map { try Slug($0) }, name: "Test",
            days: 366)
        return try await call.answer(in: world.kohort).token
    }

    /// A GET below the API's root.
    func get(_ path: String, token: String? = nil) async throws -> TestResponse {
        try await send(.get, path, token: token)
    }

    /// A POST of a JSON body, or of none, under a key of its own unless one is given.
    func post(
        _ path: String, _ body: String? = nil, token: String? = nil, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [KeyHeader.field: key ?? DemandID.new().description]
        if body != nil { headers[.contentType] = "application/json" }
        return try await send(.post, path, token: token, headers, body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, _ headers: HTTPFields = [:],
        _ body: String? = nil
    ) async throws -> TestResponse {
        var sent = headers
        sent[.acceptLanguage] = "en"
        if let token { sent[.authorization] = "Bearer \(token)" }
        let (address, fields) = ("/\(world.tenant)\(API.root)\(path)", sent)
        return try await TestClient(front).execute(
            uri: address, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    }
}

extension TestResponse {
    /// The members of a JSON object.
    var members: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any] ?? [:] }
    }

    /// Of a problem document.
    var code: String { (try? members["code"] as? String) ?? "" }

    /// The fields of a problem document with their codes, as they stand there.
    var problems: [String] {
        let errors = (try? members["errors"] as? [[String: Any]]) ?? []
        return errors.map { "\($0["field"] ?? ""): \($0["code"] ?? "")" }
    }

    /// The id of what was made; empty when nothing was.
    var id: String { (try? members["id"] as? String) ?? "" }
}
