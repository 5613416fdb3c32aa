import Hummingbird
import KohortWeb

extension Pages {
    static let employerRoom: [any Page.Type] = []
}

extension Site {
    var employerRoutes: [Route] { [] }
}
