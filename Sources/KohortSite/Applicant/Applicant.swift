import Hummingbird
import KohortWeb

extension Pages {
    static let applicantRoom: [any Page.Type] = []
}

extension Site {
    var applicantRoutes: [Route] { [] }
}
