import Foundation
import Hummingbird
import KohortCore

/// A JSON body as it came.
package struct JSONBody: Sendable {
    package let bytes: Data

    package init(bytes: Data) { self.bytes = bytes }

    /// All of it, whatever it holds. Throws `badRequest("json.malformed")`, also for what is not UTF-8, or `invalid`
    /// (`json.duplicate`) with the name of a member that stands twice in its object.
    package func tree() throws -> JSONTree {
        if bytes.contains(0) { throw WebProblem.badRequest("json.malformed") }
        let tree: JSONTree = try decode()
        if let name = MemberNames.repeated(in: bytes) { throw Rejection.invalid(name, "json.duplicate") }
        return tree
    }

    /// Its members by their names in snake case. Throws `badRequest("json.malformed")`, or `invalid` with the path of
    /// the first member that does not fit.
    package func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let decoder = JSONDecoder()
        if type != JSONTree.self { decoder.keyDecodingStrategy = .convertFromSnakeCase }
        do { return try decoder.decode(type, from: bytes) } catch let error as DecodingError {
            throw JSONProblem.named(error)
        }
    }
}

extension Request {
    /// A JSON body of at most `limit` bytes, not read yet. Throws `unsupportedMediaType`, `payloadTooLarge` or
    /// `tooSlow`.
    package func json(_ context: KohortContext, limit: Int = 1 << 20) async throws -> JSONBody {
        let mediaType = headers[.contentType].flatMap { HeaderValue($0)?.value }
        guard mediaType == "application/json" else { throw WebProblem.unsupportedMediaType(["application/json"]) }
        return JSONBody(bytes: Data(try await bytes(context, limit: limit).readableBytesView))
    }
}

/// Says where a JSON body does not fit.
enum JSONProblem {
    static func named(_ error: DecodingError) -> any Error {
        switch error {
        case .keyNotFound(let key, let context): invalid(context.codingPath + [key], "json.missing")
        case .valueNotFound(_, let context): invalid(context.codingPath, "json.missing")
        case .typeMismatch(_, let context): invalid(context.codingPath, "json.type")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty: invalid(context.codingPath, "json.value")
        default: WebProblem.badRequest("json.malformed")
        }
    }

    private static func invalid(_ path: [any CodingKey], _ code: String) -> Rejection {
        let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return .invalid(names.joined(separator: "."), code)
    }
}
