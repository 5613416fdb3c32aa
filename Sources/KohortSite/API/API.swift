import Hummingbird
import KohortWeb

extension Site {
    var apiRoutes: [Route] { [] }
}
