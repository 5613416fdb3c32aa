import Hummingbird
import KohortWeb

extension Pages {
    static let publicRoom: [any Page.Type] = []
}

extension Site {
    var publicRoutes: [Route] { [] }
}
