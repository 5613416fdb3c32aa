import Delivery
import KohortCore

/// What one page of the board shows: at most forty placements, of one host or of all.
struct BoardExtract {
    static let limit = 40
    /// Hosts in their order, each with its bars that are on this page.
    let hosts: [(name: String, bars: [PlacementBoard.Bar])]
    /// From 1.
    let page: Int
    let pages: Int
    let total: Int

    /// A page before the first or after the last is the nearest that there is.
    init(_ rows: [PlacementBoard.Row], host: OrganisationID? = nil, page: Int = 1) {
        let rows = host.map { host in rows.filter { $0.host == host } } ?? rows
        let lines = rows.flatMap { row in row.bars.map { (row, $0) } }
        total = lines.count
        pages = max(1, (total + Self.limit - 1) / Self.limit)
        self.page = min(max(1, page), pages)
        var hosts: [(name: String, bars: [PlacementBoard.Bar])] = []
        var last: OrganisationID?
        for (row, bar) in lines.dropFirst((self.page - 1) * Self.limit).prefix(Self.limit) {
            if row.host != last { hosts.append((row.name, [])) }
            hosts[hosts.count - 1].bars.append(bar)
            last = row.host
        }
        self.hosts = hosts
    }
}
