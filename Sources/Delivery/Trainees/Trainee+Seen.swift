import KohortCore

extension Trainee {
    /// As those may see a trainee whose reach this is: why somebody left or had a longer probation is for the lead and
    /// the employer alone.
    func seen(within reach: Reach) -> Trainee {
        if reach.contains(employer) { return self }
        var seen = self
        (seen.probationReason, seen.endReason) = (nil, nil)
        return seen
    }
}

extension Reach {
    func contains(_ organisation: OrganisationID) -> Bool {
        switch self {
        case .all: true
        case .organisations(let own): own.contains(organisation)
        }
    }
}
