import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// Where somebody is led who was let in by an invitation and works with other people's data: to a password with a second
/// factor or a provider of the consortium's, and nowhere else until that is done (OWASP ASVS 5.0.0, 6.3.3).
enum SetUp {
    static let path = "/me/ways-in"

    /// Throws `conflict("signin.set_up")` for what would change something.
    static func lead(_ visit: Visit, _ request: Request) throws -> Response {
        guard [.get, .head].contains(request.method) else { throw Rejection.conflict("signin.set_up") }
        return visit.redirect(path)
    }
}
