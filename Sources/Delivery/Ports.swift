import KohortCore
import KohortStore

/// The cohorts of the tenant and the rules that each runs by.
package struct CohortDirectory: Sendable {
    package typealias Find = @Sendable (CohortReference, borrowing Read) throws -> CohortPlan
    /// `notFound` where there is no such cohort, or one of before Kohort that is held in totals.
    package let find: Find
    package typealias All = @Sendable (borrowing Read) throws -> [CohortPlan]
    /// Those that `find` finds, the earliest first.
    package let all: All

    package init(all: @escaping All, find: @escaping Find) { (self.all, self.find) = (all, find) }
}

/// A cohort by its id or by its slug, as addresses and recruitment name it.
package enum CohortReference: Hashable, Sendable, Codable {
    case id(CohortID)
    case slug(Slug)
}

/// What delivery needs to know of a cohort.
package struct CohortPlan: Equatable, Sendable {
    package let id: CohortID
    package let slug: Slug
    package let period: Period
    package let zone: Zone
    /// Of the version that the cohort runs by.
    package let rules: ProgrammeRules

    package init(id: CohortID, slug: Slug, period: Period, zone: Zone, rules: ProgrammeRules) {
        (self.id, self.slug, self.period) = (id, slug, period)
        (self.zone, self.rules) = (zone, rules)
    }
}

/// The organisations of the tenant as hosts: their memberships, sizes and units.
package struct HostDirectory: Sendable {
    package typealias All = @Sendable (LocalDate, borrowing Read) throws -> [HostOrganisation]
    /// Every organisation as it stands on a date, in the order of their slugs.
    package let all: All

    package init(all: @escaping All) { self.all = all }
}

/// An organisation that may have trainees at work.
package struct HostOrganisation: Hashable, Sendable {
    package let id: OrganisationID
    package let slug: Slug
    package let name: String
    /// The membership it holds then, alone or with others; nil when it is no member.
    package let membership: MembershipID?
    package let size: OrganisationSize?
    package let units: [HostUnit]

    package init(
        id: OrganisationID, slug: Slug, name: String, membership: MembershipID?, size: OrganisationSize? = nil,
        units: [HostUnit] = []
    ) {
        (self.id, self.slug, self.name) = (id, slug, name)
        (self.membership, self.size, self.units) = (membership, size, units)
    }
}

/// A department of a host.
package struct HostUnit: Hashable, Sendable {
    package let id: UnitID
    package let name: String

    package init(id: UnitID, name: String) { (self.id, self.name) = (id, name) }
}

/// The persons of the tenant.
package struct PeopleDirectory: Sendable {
    /// The person with this address, added under this name and language where there is none.
    package typealias Enrol = @Sendable (Contact, borrowing Write) throws -> PersonID
    package typealias Find = @Sendable (Set<PersonID>, borrowing Read) throws -> [PersonID: Contact]
    package let enrol: Enrol
    package let find: Find

    package init(enrol: @escaping Enrol, find: @escaping Find) { (self.enrol, self.find) = (enrol, find) }
}

/// Who somebody is and how to reach them.
package struct Contact: Hashable, Sendable, Codable {
    package let name: String
    package let email: EmailAddress
    package let language: Language

    package init(name: String, email: EmailAddress, language: Language) {
        (self.name, self.email, self.language) = (name, email, language)
    }
}

/// Who looks after an organisation's trainees.
package struct CoordinatorDirectory: Sendable {
    package typealias Coordinators = @Sendable (OrganisationID, borrowing Read) throws -> [PersonID]
    package let coordinators: Coordinators

    package init(coordinators: @escaping Coordinators) { self.coordinators = coordinators }
}

/// Those whom recruitment brings: by an accepted offer, or nominated by the employer that hired them.
package struct NewcomerDirectory: Sendable {
    package typealias Find = @Sendable (Enrolment.Source, borrowing Read) throws -> Newcomer
    package let find: Find

    package init(find: @escaping Find) { self.find = find }
}
