import Delivery
import KohortCore

/// An organisation, or one of its units, as the choices of a form name it.
struct HostChoice: Hashable {
    let host: OrganisationID
    let unit: UnitID?

    init(_ placement: Placement) { (host, unit) = (placement.host, placement.unit) }

    /// Nil for a text that names none.
    init?(_ value: String) {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), let host = OrganisationID(parts[0]) else { return nil }
        let unit = parts.count == 2 ? UnitID(parts[1]) : nil
        guard parts.count == 1 || unit != nil else { return nil }
        (self.host, self.unit) = (host, unit)
    }

    var value: String { [host.description, unit?.description].compactMap(\.self).joined(separator: "/") }
}

extension [HostOrganisation] {
    /// Each organisation, and each of its units.
    var places: [(value: String, label: String)] {
        flatMap { host in
            [(value: host.id.description, label: host.name)]
                + host.units.map { (value: "\(host.id)/\($0.id)", label: "\(host.name), \($0.name)") }
        }
    }
}
