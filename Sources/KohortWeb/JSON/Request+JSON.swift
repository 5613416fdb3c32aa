import Foundation
import Hummingbird
import KohortCore

extension Request {
    /// Decodes a JSON body of at most `limit` bytes. Throws `unsupportedMediaType`, `payloadTooLarge`, `tooSlow`,
    /// `badRequest("json.malformed")`, or `invalid` with the path of the first member that does not fit.
    package func json<Value: Decodable>(
        _ context: KohortContext, as type: Value.Type = Value.self, limit: Int = 1 << 20
    ) async throws -> Value {
        let mediaType = headers[.contentType].flatMap { HeaderValue($0)?.value }
        guard mediaType == "application/json" else { throw WebProblem.unsupportedMediaType(["application/json"]) }
        let bytes = try await bytes(context, limit: limit)
        do { return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView)) } catch let error
            as DecodingError
        {
            throw JSONProblem.named(error)
        }
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
