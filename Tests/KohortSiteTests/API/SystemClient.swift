import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import KohortApp
import KohortCore
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
            days: 30)
        return try await call.answer(in: world.kohort).token
    }

    /// A GET below the API's root.
    func get(_ path: String, token: String? = nil) async throws -> TestResponse {
        try await send(.get, path, token: token)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, token: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.acceptLanguage: "en"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let (address, sent) = ("/\(world.tenant)\(API.root)\(path)", headers)
        return try await Application(responder: front).test(.router) { client in
            try await client.execute(uri: address, method: method, headers: sent)
        }
    }
}

extension TestResponse {
    /// The members of a JSON object.
    var members: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any] ?? [:] }
    }
}
