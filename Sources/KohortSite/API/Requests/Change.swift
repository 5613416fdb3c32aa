import Crypto
import Foundation
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// One POST to the API as it arrived, read to its end: who sent it, its body, and the key that makes it and its
/// repetitions one request.
struct Change: Sendable {
    /// Bytes.
    static let largestBody = 1 << 20

    let visit: Visit
    private let shape: Shape?
    private let body: JSONBody
    let key: IdempotencyKey

    init(_ request: Request, _ visit: Visit, _ operation: Operation) async throws {
        let name = try KeyHeader.name(of: request, operation)
        (self.visit, shape) = (visit, operation.body)
        body = try await Self.body(of: request, visit.context, operation)
        key = KeyHeader.key(name, Self.fingerprint(request, body), of: visit.actor)
    }

    private static func body(
        of request: Request, _ context: KohortContext, _ operation: Operation
    ) async throws -> JSONBody {
        if operation.body != nil { return try await request.json(context, limit: largestBody) }
        let bytes = try await request.bytes(context, limit: largestBody)
        guard bytes.readableBytes == 0 else { throw WebProblem.badRequest("body.unwanted") }
        return JSONBody(bytes: Data())
    }

    private static func fingerprint(_ request: Request, _ body: JSONBody) -> String {
        var digest = SHA256()
        digest.update(data: Data("\(request.method.rawValue) \(request.uri.path)\n".utf8))
        digest.update(data: body.bytes)
        return String(hexadecimal: digest.finalize())
    }

    /// The body's members, once it has the shape that the description promises. Throws `invalid` with all that is
    /// wrong with it.
    func read<Body: Decodable>(_ type: Body.Type = Body.self) throws -> Body {
        try shape?.problems(of: try body.tree()).throwIfAny()
        return try body.decode(type)
    }

    func perform<C: Command>(_ command: C) async throws -> C.Outcome {
        try await visit.perform(command, idempotency: key)
    }

    /// Performs a command and answers that it is done, with nothing more to say.
    func done<C: Command>(_ command: C) async throws -> Response {
        _ = try await perform(command)
        return Response(status: .noContent)
    }

    /// Performs a command that makes something and answers its id, which is the first one's when it is repeated.
    func made<C: Command, Tag>(_ id: ID<Tag>, by command: C) async throws -> Response {
        let made = try await perform(Making(id: id, command: command))
        return .json(.created) { json in json.object { $0.member("id", made) } }
    }
}

/// A command with the id of what it makes for its outcome.
private struct Making<C: Command, Tag>: Command {
    static var permission: Permission { C.permission }
    static var events: [any Event.Type] { C.events }
    var scope: Scope { command.scope }
    let id: ID<Tag>
    let command: C

    func perform(in write: borrowing Write) throws -> ID<Tag> {
        _ = try command.perform(in: write)
        return id
    }
}
