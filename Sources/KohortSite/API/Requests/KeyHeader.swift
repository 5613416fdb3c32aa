import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The `Idempotency-Key` of a POST (draft-ietf-httpapi-idempotency-key-header).
enum KeyHeader {
    static let field = HTTPField.Name("Idempotency-Key")!
    static let longest = 255

    /// Where no token is needed, who guesses a key and a request would be told its outcome: one of a UUID's length
    /// cannot be guessed.
    static func shortest(_ operation: Operation) -> Int { operation.isPublic ? 22 : 1 }

    /// Throws `badRequest`: `idempotency.missing`, or `idempotency.key` for what is not so long or not visible ASCII.
    static func name(of request: Request, _ operation: Operation) throws(WebProblem) -> String {
        guard let name = request.headers[field] else { throw .badRequest("idempotency.missing") }
        let isVisible = name.utf8.allSatisfy { (UInt8(ascii: "!")...UInt8(ascii: "~")).contains($0) }
        guard isVisible, (shortest(operation)...longest).contains(name.utf8.count) else {
            throw .badRequest("idempotency.key")
        }
        return name
    }

    /// A token's keys are its own. Those of all who come without one lie together, so each holds for one request only:
    /// with another body it is another key, and nobody learns whether somebody else has used it.
    static func key(_ name: String, _ fingerprint: String, of actor: Actor) -> IdempotencyKey {
        IdempotencyKey(key: actor == .anonymous ? "\(name) \(fingerprint)" : name, fingerprint: fingerprint)
    }
}
