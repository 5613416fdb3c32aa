import Billing
import Delivery
import KohortCore
import KohortStore
import Recruitment
import Reporting
import Tenancy

extension Ports {
    /// What modules ask of each other, and who answers.
    static var kohort: Ports {
        var ports = Ports()
        ports.answer(
            ApplicantDirectory { email, name, language, write in
                try Person.enrol(email, name: name, language: language, in: write)
            })
        ports.answer(OpenerDirectory { ids, read in try ActorLookup.names(of: ids, in: read) })
        ports.answer(
            MemberDirectory(
                names: { read in
                    try MemberLookup.names(in: read).mapValues { OrganisationName(slug: $0.slug, name: $0.name) }
                },
                isMember: { organisation, date, read in
                    try MemberLookup.isMember(organisation, on: date, in: read)
                }))
        answerTenancy(&ports)
        ports.answer(
            IntakeDirectory { cohort, read in IntakeTerms(try CohortLookup.rules(of: cohort, in: read)) })
        answerDelivery(&ports)
        ports.answer(
            PayerDirectory { read in
                try MemberLookup.names(in: read).mapValues { PayerName(slug: $0.slug, name: $0.name) }
            })
        ports.answer(FeePlans { cohort, read in try FeePlanLookup.plan(of: cohort, in: read).map(FeePlan.init) })
        ports.answer(
            CohortBook(
                printed: { try CohortBookLookup.programmes(in: $0).compactMap { PrintedApplicants($0) } }
            ) { read in
                try CohortBookLookup.all(in: read).map(CohortEntry.init)
            })
        return ports
    }

    /// What tenancy asks of recruitment.
    private static func answerTenancy(_ ports: inout Ports) {
        ports.answer(
            ApplicantBook(
                of: { try ApplicantLookup.candidacies(of: $0, in: $1).map(ApplicantBook.Entry.init) },
                find: { try ApplicantLookup.find($0, in: $1).map(ApplicantBook.Entry.init) }))
    }

    /// What delivery asks of tenancy and recruitment.
    private static func answerDelivery(_ ports: inout Ports) {
        ports.answer(
            CohortDirectory(all: { try CohortLookup.all(in: $0).map { CohortPlan($0) } }) { reference, read in
                switch reference {
                case .id(let id): CohortPlan(try CohortLookup.find(id, in: read))
                case .slug(let slug): CohortPlan(try CohortLookup.find(slug, in: read))
                }
            })
        ports.answer(HostDirectory { date, read in try HostLookup.all(on: date, in: read).map(HostOrganisation.init) })
        ports.answer(
            PeopleDirectory(
                enrol: { contact, write in
                    try Person.enrol(contact.email, name: contact.name, language: contact.language, in: write)
                },
                find: { ids, read in
                    try PersonLookup.find(ids, in: read).mapValues {
                        Contact(name: $0.name, email: $0.email, language: $0.language)
                    }
                }))
        ports.answer(
            CoordinatorDirectory { organisation, read in
                try PersonLookup.coordinators(of: organisation, in: read)
            })
        ports.answer(
            NewcomerDirectory { source, read in
                switch source {
                case .offer(let id): Newcomer(try NewcomerLookup.accepted(id, in: read))
                case .nomination(let id): Newcomer(try NewcomerLookup.nominated(id, in: read))
                case .entry: throw Rejection.notFound
                }
            })
    }
}

extension ApplicantBook.Entry {
    init(_ candidacy: Candidacy) {
        self.init(
            candidacy: candidacy.id, number: candidacy.number, name: candidacy.details.name,
            email: candidacy.details.email, language: candidacy.language)
    }
}

extension IntakeTerms {
    init(_ rules: ProgrammeRules) {
        self.init(contracts: rules.employment.proposed, selection: rules.selection)
    }
}

extension CohortPlan {
    init(_ found: CohortLookup.Found) {
        self.init(
            id: found.cohort.id, slug: found.cohort.slug, period: found.period, zone: found.zone, rules: found.rules)
    }
}

extension HostOrganisation {
    init(_ found: HostLookup.Found) {
        self.init(
            id: found.organisation.id, slug: found.organisation.slug, name: found.organisation.name,
            membership: found.membership, size: found.organisation.definition.size,
            units: found.units.map { HostUnit(id: $0.id, name: $0.name) })
    }
}

extension Newcomer {
    init(_ found: NewcomerLookup.Found) {
        self.init(
            person: found.person, name: found.name, cohort: .slug(found.cohort), employer: found.employer,
            field: found.field, contract: found.contract, startsOn: found.hiredOn)
    }
}

extension PrintedApplicants {
    /// Nil where no source prints any.
    init?(_ programme: ProgrammeDefinition) {
        guard !programme.applicantCounts.isEmpty else { return nil }
        let target = programme.rules.targets.first { $0.measure == .qualifiedApplicants }
        self.init(counts: programme.applicantCounts, atLeast: target?.atLeast)
    }
}

extension CohortEntry {
    init(_ found: CohortBookLookup.Found) {
        let cohort = found.cohort
        self.init(
            id: cohort.id, slug: cohort.slug, label: String(cohort.startYear), programme: found.programme.slug,
            period: cohort.period, zone: found.zone, members: found.participations,
            totals: cohort.state == .historic ? cohort.definition.totals ?? CohortTotals() : nil,
            targets: found.rules.targets)
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
        self.init(
            slug: fee.slug, name: fee.name, amount: fee.amount, basis: fee.per,
            isPaidByEmployer: fee.paidBy == .employer)
    }
}
