import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Synchronization
import Tenancy

extension Site {
    var themeRoutes: [Route] {
        [page(.get, "/{tenant}/theme/{hash}", .query(CurrentConsortium.name), also: .settingUp, ThemeDesk.sheet)]
    }
}

/// The theme sheets, each made once.
final class ThemeSheets: Sendable {
    private let kept = Mutex<[Colour: Asset]>([:])

    func sheet(_ accent: Colour) -> Asset {
        kept.withLock { kept in
            if let sheet = kept[accent] { return sheet }
            let sheet = Asset(sheet: Theme(accent).css)
            kept[accent] = sheet
            return sheet
        }
    }
}

/// The sheet that lays a consortium's accent over the site's own.
enum ThemeDesk {
    static func sheet(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let accent = visit.consortium.profile.accent else { throw Rejection.notFound }
        return visit.site.themes.sheet(accent).answer(request, hash: try visit.context.parameter("hash"))
    }
}

extension Visit {
    /// Its address, which changes with its content; nil where the consortium has the site's own accent.
    var themeSheet: String? {
        consortium.profile.accent.map { path("/theme/\(site.themes.sheet($0).hash)") }
    }
}
