import Hummingbird
import KohortWeb

extension Pages {
    static let staffRoom: [any Page.Type] = []
}

extension Site {
    var staffRoutes: [Route] { [] }
}
