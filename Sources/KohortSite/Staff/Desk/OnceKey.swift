import Crypto
import Foundation
import KohortCore
import KohortStore
import KohortWeb

/// Keeps a form that is sent twice by a double press from being done twice. A page puts a fresh `once` in each form
/// that makes something; the same `once` with the same content is the same request.
enum OnceKey {
    static let field = "once"

    static func fresh(_ visit: Visit) -> String { OnceID.new(at: visit.arrival).description }

    static func key(of form: Form) -> IdempotencyKey? {
        guard let once = OnceID(form.text(field)) else { return nil }
        let content = form.names.sorted().map { "\($0)=\(form.list($0))" }.joined(separator: "\n")
        let digest = String(hexadecimal: SHA256.hash(data: Data(content.utf8)))
        return IdempotencyKey(key: "form:\(once):\(digest)", fingerprint: digest)
    }
}
