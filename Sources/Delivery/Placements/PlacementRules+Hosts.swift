import KohortCore

extension PlacementRules {
    /// Whether the host is one that the pattern lets this period have (KS11-29, KS11-30, ROM-10, NOR-7, GEN-1).
    func host(_ line: Line) -> [FieldProblem] {
        let hosts = hosts(of: line)
        guard let host = hosts[line.item.host] else { return [line.problem("host", "placement.host.unknown")] }
        switch line.item.part {
        case .optional(let slug):
            guard let optional = pattern.optional(slug) else { return [line.problem("part", "placement.part.unknown")] }
            return host.slug == optional.organisation ? [] : [line.problem("host", "placement.host.named")]
        case .numbered(let number):
            // A number beyond the pattern's is a fault of the count.
            guard let rule = pattern.rule(ofPeriod: number) else { return [] }
            return admits(host, rule, hosts) ? [] : [line.problem("host", "placement.host.\(rule.host.rawValue)")]
        }
    }

    private func admits(_ host: HostOrganisation, _ rule: PeriodRule, _ hosts: Hosts) -> Bool {
        switch rule.host {
        case .home, .anotherUnit: host.id == employer
        case .anotherMember: hosts.isAnotherMember(host.id, than: employer)
        case .anyMember: host.membership != nil
        case .contrastOfSize: hosts.isContrast(host.id, to: employer)
        case .named: host.slug == rule.organisation
        }
    }

    /// A unit is the host's own; where each period has another unit, it is given and new (GEN-1).
    func unit(_ line: Line, among lines: [Line]) -> [FieldProblem] {
        if let unit = line.item.unit, hosts(of: line).unit(unit, of: line.item.host) == nil {
            return [line.problem("unit", "placement.unit.unknown")]
        }
        guard let number = line.item.part.number, pattern.rule(ofPeriod: number)?.host == .anotherUnit else {
            return []
        }
        guard let unit = line.item.unit else { return [line.problem("unit", "placement.unit.required")] }
        let isUsed = lines.contains { $0.item.unit == unit && $0.item.startsOn < line.item.startsOn }
        return isUsed ? [line.problem("unit", "placement.unit.used")] : []
    }

    private func hosts(of line: Line) -> Hosts { hosts[line.item.startsOn] ?? Hosts([]) }
}
