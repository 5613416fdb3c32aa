import Billing
import KohortCore
import KohortStore
import Recruitment
import Tenancy

extension Ports {
    /// What modules ask of each other, and who answers.
    static var kohort: Ports {
        var ports = Ports()
        ports.answer(
            ApplicantDirectory { email, name, language, write in
                try Person.enrol(email, name: name, language: language, in: write)
            })
        ports.answer(
            MemberDirectory(
                names: { read in
                    try MemberLookup.names(in: read).mapValues { OrganisationName(slug: $0.slug, name: $0.name) }
                },
                isMember: { organisation, date, read in
                    try MemberLookup.isMember(organisation, on: date, in: read)
                }))
        ports.answer(
            PayerDirectory { read in
                try MemberLookup.names(in: read).mapValues { PayerName(slug: $0.slug, name: $0.name) }
            })
        ports.answer(FeePlans { cohort, read in try FeePlanLookup.plan(of: cohort, in: read).map(FeePlan.init) })
        return ports
    }
}

extension FeePlan {
    /// A plan as tenancy keeps it, in billing's own values.
    init(_ plan: FeePlanLookup.Plan) {
        self.init(name: plan.name, period: plan.period, fees: plan.fees.map(PlannedFee.init))
    }
}

extension PlannedFee {
    init(_ fee: FeeDefinition) {
        let basis: ChargeBasis =
            switch fee.per {
            case .trainee: .trainee
            case .member: .member
            case .cohort: .cohort
            }
        self.init(
            slug: fee.slug, name: fee.name, amount: fee.amount, basis: basis, isPaidByEmployer: fee.paidBy == .employer)
    }
}
