import KohortCore
import KohortStore

/// The organisations as hosts, as they stand on a day.
struct Hosts: Equatable {
    private let byID: [OrganisationID: HostOrganisation]

    init(_ hosts: [HostOrganisation]) {
        byID = Dictionary(hosts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func on(_ day: LocalDate, _ read: borrowing Read) throws -> Hosts {
        Hosts(try read.ask(HostDirectory.self).all(day, read))
    }

    subscript(id: OrganisationID) -> HostOrganisation? { byID[id] }

    func name(of id: OrganisationID) -> String { byID[id]?.name ?? "" }
    func isMember(_ id: OrganisationID) -> Bool { byID[id]?.membership != nil }

    func unit(_ unit: UnitID, of host: OrganisationID) -> HostUnit? {
        byID[host]?.units.first { $0.id == unit }
    }

    /// A member by another membership: companies that share one are one member (ROM-7).
    func isAnotherMember(_ host: OrganisationID, than home: OrganisationID) -> Bool {
        guard host != home, let membership = byID[host]?.membership else { return false }
        return membership != byID[home]?.membership
    }

    /// Whether a host is the contrast to home: smaller where some other member is smaller, otherwise any other member
    /// (NOR-7). Sizes that cannot be compared are not smaller.
    func isContrast(_ host: OrganisationID, to home: OrganisationID) -> Bool {
        guard isAnotherMember(host, than: home) else { return false }
        let hasSmaller = byID.keys.contains { isAnotherMember($0, than: home) && isSmaller($0, than: home) }
        return !hasSmaller || isSmaller(host, than: home)
    }

    private func isSmaller(_ host: OrganisationID, than home: OrganisationID) -> Bool {
        guard let size = byID[host]?.size, let homes = byID[home]?.size else { return false }
        return size.isSmaller(than: homes) == true
    }
}
